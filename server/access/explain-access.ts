import type { ExplainQuery, Explanation } from '../../shared/access/contract.ts';
import { type Actor, decide } from '../../shared/access/decide.ts';
import type { Reading, Work } from '../core/db/work.ts';
import { requireVisible } from '../organisations/require-organisation.ts';
import { requireAccount } from './require-account.ts';
import { viewGrants } from './view-grants.ts';

/** Whether, and by which checks, an account may do something somewhere; the caller's own by default. */
export function explainAccess(
  work: Work,
  { action, at, account }: ExplainQuery,
): Promise<Explanation> {
  return work.read(async (reading) => {
    const { place } = await requireVisible(reading, at);
    return decide(await actorOf(reading, account), action, place);
  });
}

async function actorOf(reading: Reading, accountId: string | undefined): Promise<Actor> {
  if (!accountId || accountId === reading.person.accountId) return reading.person;
  await requireAccount(reading, accountId, 'accounts.view');
  const held = await viewGrants(reading.em, 'accountId', [accountId]);
  return {
    accountId,
    grants: held.map(({ grant }) => ({
      role: grant.role,
      organisationId: grant.organisation.id,
    })),
  };
}
