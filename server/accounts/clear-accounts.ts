import { Refusal } from '../../shared/core/refusals.ts';
import { clearGrantsOf } from '../access/clear-grants.ts';
import type { Transaction } from '../core/db/work.ts';
import { Account } from './account.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { Session } from './session.entity.ts';

/** Deletes the accounts at home in an organisation that is about to go. */
export async function clearAccounts(tx: Transaction, organisationId: string): Promise<void> {
  if (tx.person.organisationId === organisationId) {
    const detail = 'Your own account is at home here; it would be deleted with it.';
    throw new Refusal('access.denied', detail, { checks: [{ name: 'state', ok: false, detail }] });
  }
  const accounts = await tx.em.find(Account, { organisationId });
  const ids = accounts.map(({ id }) => id);
  const accountId = { $in: ids };
  tx.em.remove(await tx.em.find(Session, { accountId }));
  tx.em.remove(await tx.em.find(Invitation, { accountId }));
  await clearGrantsOf(tx, ids);
  tx.em.remove(accounts);
}
