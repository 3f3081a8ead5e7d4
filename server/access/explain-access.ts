import type { ExplainQuery, Explanation } from '../../shared/access/contract.ts';
import {
  type Actor,
  decide,
  type DecisionFacts,
  type Place,
  suspendedBy,
} from '../../shared/access/decide.ts';
import type { Reading, Work } from '../core/db/work.ts';
import { requireVisible } from '../organisations/require-organisation.ts';
import { readableGrants } from './list-grants.ts';
import { suspendedPaths } from './load-person.ts';
import { type LocatedAccount, requireAccount } from './require-account.ts';
import { inForce, viewGrants } from './view-grants.ts';

/** Whether, and by which checks, an account may do something somewhere; the caller's own by default. */
export function explainAccess(
  work: Work,
  { action, at, account }: ExplainQuery,
): Promise<Explanation> {
  return work.read(async (reading) => {
    const { place } = await requireVisible(reading, at);
    const { actor, facts } = await whoActs(reading, account, place);
    return decide(actor, action, place, facts);
  });
}

interface Acting {
  actor: Actor;
  facts: DecisionFacts;
}

async function whoActs(
  reading: Reading,
  accountId: string | undefined,
  place: Place,
): Promise<Acting> {
  if (!accountId || accountId === reading.person.accountId) {
    return { actor: reading.person, facts: {} };
  }
  const located = await requireAccount(reading, accountId, 'accounts.view');
  const stateRefusal = whyNotSignedIn(located);
  return {
    actor: { accountId, grants: await grantsOf(reading, located, place) },
    facts: stateRefusal ? { stateRefusal } : {},
  };
}

/** What would keep the account's person from doing anything at all. */
function whyNotSignedIn({ account, place }: LocatedAccount): string | null {
  if (account.status === 'disabled') return 'The account is disabled.';
  if (account.status === 'invited') return 'The invitation was not accepted yet.';
  const suspended = suspendedBy(place);
  return suspended ? `${suspended.displayName} is suspended, so nobody of it can sign in.` : null;
}

/**
 * The account's roles that are in force and reach the place, or that the reader may see anyhow:
 * an answer tells nothing of roles held elsewhere.
 */
async function grantsOf(reading: Reading, { account, path: home }: LocatedAccount, place: Place) {
  const held = inForce(await viewGrants(reading.em, 'accountId', [account.id]), reading.now);
  const isSuspended = await suspendedPaths(reading.em, [home, ...held.map(({ path }) => path)]);
  const readable = await readableGrants(reading, held);
  return held
    .filter(({ path }) => !isSuspended(path))
    .map(({ grant }) => grant)
    .filter(
      (grant) =>
        readable.includes(grant) || place.some((link) => link.id === grant.organisation.id),
    )
    .map(({ role, organisation: { id }, expiresAt }) => ({ role, organisationId: id, expiresAt }));
}
