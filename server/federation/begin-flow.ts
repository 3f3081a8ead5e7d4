import { says } from '../../shared/federation/words.ts';
import type { Departure } from '../../shared/federation/contract.ts';
import type { FlowProblem } from '../../shared/federation/problems.ts';
import { ownPath } from '../../shared/core/own-path.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { findInvitedHome } from '../sign-in/accept-invitation.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { hashToken } from '../sign-in/sessions.ts';
import type { Work } from '../core/db/work.ts';
import { findProvider, requirePlatform } from './administer-providers.ts';
import type { FlowPurpose } from './federated-flow.entity.ts';
import { recordRefusal } from './finish-flow.ts';
import { waysInAt } from './open-paths.ts';
import { RefusedFlow } from './refused-flow.ts';
import { type FlowParts, startFlow } from './start-flow.ts';
import { keepTest } from './test-provider.ts';

/** Who goes where, from which browser, and to where they come back. */
export interface Traveller {
  providerId: string;
  browser: string;
  origin: string;
  next?: string | undefined;
}

/** Where somebody goes who wants to sign in: to the provider, or back to the page that says why not. */
export async function startSignIn(
  work: Work,
  parts: FlowParts,
  traveller: Traveller,
): Promise<string> {
  try {
    const begun = { ...traveller, purpose: 'sign-in', accountId: null } as const;
    return (await startFlow(work, parts, begun)).url;
  } catch (error) {
    const problem = await problemOf(work, error, traveller.providerId);
    const query = new URLSearchParams({ problem });
    const next = ownPath(traveller.next);
    if (next !== null) query.set('next', next);
    return `/sign-in?${query}`;
  }
}

/** What the page says of it; that too many begin is for the page alone, and on no record. */
async function problemOf(work: Work, error: unknown, providerId: string): Promise<FlowProblem> {
  if (error instanceof Refusal && error.code === 'request.too-many') return 'too-many';
  if (!(error instanceof RefusedFlow)) throw error;
  await recordRefusal(work, error, { flow: null, providerId });
  return error.problem;
}

/**
 * A flow that has the holder of an invitation's link come in by a provider that is open to them.
 */
export async function startInvited(
  work: Work,
  parts: FlowParts,
  { token, ...traveller }: Traveller & { token: string },
): Promise<Departure> {
  const home = await findInvitedHome(work, token);
  const { federated } = await work.read(({ em }) => waysInAt(em, home));
  if (!federated.some(({ id }) => id === traveller.providerId)) throw new Refusal('auth.path');
  return start(work, parts, { ...traveller, invitationHash: hashToken(token) }, 'invitation');
}

/**
 * A flow that connects a sign-in with the account of who is signed in, and has just shown that it
 * is them.
 */
export async function startLink(
  work: Work,
  parts: FlowParts,
  traveller: Traveller,
): Promise<Departure> {
  const accountId = await work.read(async (reading) => {
    const { accountId: own, homePath } = reading.person;
    requireRecent(reading, reading.person);
    const { federated } = await waysInAt(reading.em, homePath);
    if (federated.some(({ id }) => id === traveller.providerId)) return own;
    throw new Refusal('auth.path', says.pathNotAllowed);
  });
  return start(work, parts, { ...traveller, accountId }, 'link');
}

/**
 * A flow that has somebody sign in at the provider anew, to show that it is still the same person.
 */
export async function startProof(
  work: Work,
  parts: FlowParts,
  traveller: Traveller,
): Promise<Departure> {
  const { accountId } = await work.read((reading) =>
    Promise.resolve(reading.holderOwing('enrol-mfa')),
  );
  return start(work, parts, { ...traveller, accountId }, 'prove');
}

/**
 * A flow that tries the real way through a provider, switched on or not; nobody is signed in or
 * linked.
 */
export async function startTest(
  work: Work,
  parts: FlowParts,
  traveller: Traveller,
): Promise<Departure> {
  const { providerId } = traveller;
  const accountId = await work.read(async (reading) => {
    await requirePlatform(reading, 'settings.federate');
    await findProvider(reading, providerId);
    return reading.person.accountId;
  });
  try {
    return await startFlow(work, parts, { ...traveller, purpose: 'test', accountId });
  } catch (error) {
    if (!(error instanceof RefusedFlow)) throw error;
    await keepTest(work, providerId, error);
    throw inWords(error);
  }
}

type Facts = Traveller & { accountId?: string; invitationHash?: string };

async function start(
  work: Work,
  parts: FlowParts,
  { accountId, ...traveller }: Facts,
  purpose: FlowPurpose,
): Promise<Departure> {
  try {
    return await startFlow(work, parts, { ...traveller, accountId: accountId ?? null, purpose });
  } catch (error) {
    throw error instanceof RefusedFlow ? inWords(error) : error;
  }
}

function inWords({ reason, message }: RefusedFlow): Refusal {
  if (reason === 'provider-off') return new Refusal('auth.path');
  return new Refusal(
    'provider.unreachable',
    message ? says.providerSaid({ why: message }) : undefined,
  );
}
