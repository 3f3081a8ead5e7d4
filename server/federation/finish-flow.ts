import { nextSteps } from '../../shared/core/next-step.ts';
import { Refusal, type RefusalCode } from '../../shared/core/refusals.ts';
import {
  acceptByIdentity,
  type Identity,
  linkIdentity,
  proveByIdentity,
  signInLinked,
} from '../sign-in/linked-identities.ts';
import type { Signed } from '../sign-in/signed.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { findPlatformId } from '../organisations/found-platform.ts';
import type { FlowPurpose } from './federated-flow.entity.ts';
import { IdentityProvider } from './identity-provider.entity.ts';
import { type FlowReason, RefusedFlow } from './refused-flow.ts';
import type { FlowParts } from './start-flow.ts';
import { type Returned, takeFlow, type TakenFlow } from './take-flow.ts';
import { keepTest } from './test-provider.ts';
import { verifyAnswer } from './verify-answer.ts';

/** Where the browser goes now, and with which session if it is another. */
export interface Arrival {
  to: string;
  signed?: Signed | undefined;
}

/** The callback takes in whoever comes back from a provider, or says on a page of ours why not. */
export async function finishFlow(
  work: Work,
  parts: FlowParts,
  returned: Returned & { search: string },
): Promise<Arrival> {
  let flow: TakenFlow | null = null;
  try {
    flow = await takeFlow(work, returned);
    if (!flow.isUsed) return await arrive(work, parts, flow, returned);
    // Loaded again by who is in: nothing went wrong, so they go where they wanted to go.
    if (work.caller.sessionHash !== null) return { to: flow.next };
    throw new RefusedFlow('state');
  } catch (error) {
    const refused = inFlowWords(error);
    await recordRefusal(work, refused, { flow, providerId: returned.providerId });
    return { to: pageFor(work, flow, refused) };
  }
}

async function arrive(
  work: Work,
  parts: FlowParts,
  flow: TakenFlow,
  { state, search }: { state: string; search: string },
): Promise<Arrival> {
  const provider = await work.read(({ em }) =>
    em.findOne(IdentityProvider, { id: flow.providerId }, { populate: ['sealedSecret'] }),
  );
  if (!provider) throw new RefusedFlow('provider-off');
  const verified = () =>
    verifyAnswer(parts, provider, { flow, state, search, now: work.clock.now() });
  if (flow.purpose === 'test') return finishTest(work, provider, verified);
  const identity = await verified();
  const signed = await work.transaction(
    actions[flow.purpose],
    async (tx) => {
      await requireOn(tx, identity.providerId);
      return enter(tx, work, flow, identity);
    },
    { changesAccess: true, ignoresKey: true },
  );
  return { to: flow.next, ...(signed && { signed }) };
}

const actions: Record<Exclude<FlowPurpose, 'test'>, string> = {
  'sign-in': 'session.signIn',
  invitation: 'invitation.accept',
  link: 'account.linkIdentity',
  prove: 'session.reauthenticate',
};

/**
 * The server does what the flow was begun for; answers with the session that comes of it, if one
 * does.
 */
async function enter(
  tx: Transaction,
  work: Work,
  { purpose, accountId, invitationHash }: TakenFlow,
  identity: Identity,
): Promise<Signed | undefined> {
  if (purpose === 'sign-in') {
    const signed = await signInLinked(tx, work, identity);
    if (!signed) throw new RefusedFlow('unknown-identity');
    return signed;
  }
  if (purpose === 'invitation') {
    return acceptByIdentity(tx, work, invitationHash ?? '', identity);
  }
  const person = purpose === 'link' ? tx.person : tx.holderOwing(...nextSteps);
  if (person.accountId !== accountId) throw new RefusedFlow('signed-out');
  if (purpose === 'link') {
    await linkIdentity(tx, person.accountId, identity);
    return undefined;
  }
  const proved = await proveByIdentity(tx, work, identity);
  if (!proved) throw new RefusedFlow('other-identity');
  return proved;
}

/** It was on when the flow began; whoever switched it off meanwhile meant this one too. */
async function requireOn({ em }: Transaction, id: string): Promise<void> {
  if ((await em.count(IdentityProvider, { id, enabled: true })) === 0) {
    throw new RefusedFlow('provider-off');
  }
}

async function finishTest(
  work: Work,
  { id, organisationId }: IdentityProvider,
  verified: () => Promise<Identity>,
): Promise<Arrival> {
  const result = await verified().catch((error: unknown) => inFlowWords(error));
  await keepTest(work, id, result);
  return { to: `/organisations/${organisationId}/settings/sign-in` };
}

const byRefusal: Partial<Record<RefusalCode, FlowReason>> = {
  'auth.path': 'path-shut',
  'access.denied': 'shut-out',
  'invitation.gone': 'invitation-gone',
  'invitation.address-taken': 'address-taken',
  'identity.taken': 'identity-taken',
  'auth.required': 'signed-out',
  'auth.pending': 'signed-out',
};

/** What stands in the way, as flows say it; whatever is none of it is a fault and goes on up. */
function inFlowWords(error: unknown): RefusedFlow {
  if (error instanceof RefusedFlow) return error;
  const reason = error instanceof Refusal ? byRefusal[error.code] : undefined;
  if (!reason) throw error;
  return new RefusedFlow(reason);
}

/**
 * The page that says why, with the problem's code. Who is signed in is sent away from the page where
 * one signs in, so it is told on the account's own.
 */
function pageFor({ caller }: Work, flow: TakenFlow | null, { problem }: RefusedFlow): string {
  const query = new URLSearchParams({ problem });
  if (caller.sessionHash !== null) return `/account?${query.toString()}`;
  if (flow && flow.next !== '/') query.set('next', flow.next);
  return `/sign-in?${query}`;
}

/** Nothing came of it, and the audit says why, for whoever looks into it. */
export async function recordRefusal(
  work: Work,
  { reason }: RefusedFlow,
  { flow, providerId }: { flow: TakenFlow | null; providerId: string },
): Promise<void> {
  await work.transaction(
    'session.federationRefused',
    async (tx) => {
      tx.signAsStranger(flow?.accountId ?? '');
      const platformId = await findPlatformId(tx.em);
      if (platformId !== null) tx.at({ id: platformId, path: platformId });
      Object.assign(tx.notes, { reason, provider: providerId.slice(0, 100) });
      if (flow) tx.notes['purpose'] = flow.purpose;
    },
    { ignoresKey: true },
  );
}
