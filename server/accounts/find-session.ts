import type { AccessSummary } from '../../shared/access/contract.ts';
import type { SessionView } from '../../shared/accounts/contract.ts';
import { viewGrants } from '../access/view-grants.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person, Reading, Work } from '../core/db/work.ts';
import { locate } from '../organisations/require-organisation.ts';
import { viewAccount } from './account-view.ts';
import { Account } from './account.entity.ts';
import { Session } from './session.entity.ts';

/** The caller's own session, with what its grants open. */
export function findSession(work: Work): Promise<SessionView> {
  return work.read((reading) => viewSession(reading, work.caller.sessionHash ?? ''));
}

/** The same for a session that somebody else holds: what a socket is told when access changes. */
export async function viewSession(
  { em, person }: Reading,
  sessionHash: string,
): Promise<SessionView> {
  const account = await em.findOneOrFail(Account, { id: person.accountId });
  const session = await em.findOneOrFail(Session, { tokenHash: sessionHash });
  const held = await viewGrants(em, 'accountId', [person.accountId]);
  const effective = new Set(person.grants.map(({ id }) => id));
  return {
    account: viewAccount(account),
    grants: held.map(({ grant }) => grant).filter(({ id }) => effective.has(id)),
    access: await summarise(em, person),
    next: 'done',
    expiresAt: session.expiresAt.toISOString(),
  };
}

async function summarise(em: EntityManager, person: Person): Promise<AccessSummary> {
  const chains: AccessSummary['chains'] = {};
  for (const { organisationId } of person.grants) {
    const located = await locate(em, organisationId);
    if (located) chains[organisationId] = [...located.place];
  }
  return { chains };
}
