import { says } from '../../shared/accounts/words.ts';
import type { InviteAccount } from '../../shared/accounts/contract.ts';
import { isAdministrator } from '../../shared/access/roles.ts';
import { refuseField } from '../../shared/core/refusals.ts';
import { clearGrantsOf } from '../access/clear-grants.ts';
import { withdrawRequestsOf } from '../access-requests/clear-requests.ts';
import { isBeforeEmpty } from '../access/uninhabited.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Located } from '../organisations/require-organisation.ts';
import { Account } from '../people/account.entity.ts';
import { clearCredentials } from './administer-account.ts';

/**
 * Whether this invites the first administrator of a closed organisation in which nobody is. Who was
 * invited before gives way: an address that was mistyped must not keep it closed for ever.
 */
export async function invitesFirst(
  tx: Transaction,
  located: Located,
  { type, grants }: Pick<InviteAccount, 'type' | 'grants'>,
): Promise<boolean> {
  if (!(await isBeforeEmpty(tx, located))) return false;
  const isToAdminister = grants.some(({ role }) => isAdministrator(role));
  if (type !== 'administrator' || !isToAdminister) {
    throw refuseField('grants', says.firstIsAdministrator);
  }
  const waiting = await tx.em.find(Account, { organisationId: located.id, status: 'invited' });
  const ids = waiting.map(({ id }) => id);
  await clearCredentials(tx, ids);
  await clearGrantsOf(tx, ids);
  await withdrawRequestsOf(tx, ids);
  tx.em.remove(waiting);
  await tx.em.flush(); // an address may be invited again
  return true;
}
