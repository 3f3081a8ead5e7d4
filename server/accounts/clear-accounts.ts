import { says } from '../../shared/accounts/words.ts';
import { mayAssign, type Role } from '../../shared/access/roles.ts';
import { refuseFor } from '../../shared/core/refusals.ts';
import { leadsThrough } from '../../shared/organisations/path.ts';
import { clearGrantsOf } from '../access/clear-grants.ts';
import { withdrawRequestsOf } from '../access-requests/clear-requests.ts';
import { viewGrants } from '../access/view-grants.ts';
import type { Person } from '../core/db/person.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { Account } from '../people/account.entity.ts';
import { clearCredentials } from './administer-account.ts';

/**
 * The server deletes the accounts at home in an organisation that is about to go. Who deletes it is
 * never one of them: it is suspended, so they are shut out.
 */
export async function clearAccounts(tx: Transaction, organisationId: string): Promise<void> {
  const accounts = await tx.em.find(Account, { organisationId });
  const ids = accounts.map(({ id }) => id);
  const held = await viewGrants(tx.em, 'accountId', ids);
  const beyond = held.find(({ grant, path }) => !mayTake(tx.person, grant.role, path));
  if (beyond) {
    // no name: whoever may delete it need not be one who may see who is inside
    throw refuseFor('state', says.holdsOthersRoles);
  }
  await clearCredentials(tx, ids);
  await clearGrantsOf(tx, ids);
  await withdrawRequestsOf(tx, ids);
  tx.em.remove(accounts);
}

function mayTake({ grants }: Person, role: Role, path: string): boolean {
  return grants.some((own) => leadsThrough(path, own.organisationId) && mayAssign(own.role, role));
}
