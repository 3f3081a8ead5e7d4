import type { Transaction } from '../core/db/transaction.ts';
import { withinSql } from '../organisations/within.ts';
import { Grant } from './grant.entity.ts';

/** All grants at an organisation are removed, before it is deleted. */
export async function clearGrantsAt(tx: Transaction, organisationId: string): Promise<void> {
  tx.em.remove(await tx.em.find(Grant, { organisationId }));
}

/** All grants of accounts are removed, before the accounts are deleted. */
export async function clearGrantsOf(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  const accountId = { $in: [...accountIds] };
  tx.em.remove(await tx.em.find(Grant, { accountId }));
}

/** All grants that an account holds in a branch are removed. */
export async function clearGrantsWithin(
  { em }: Transaction,
  accountId: string,
  path: string,
): Promise<void> {
  const isWithin = withinSql([path], 'o.path');
  const rows = await em.execute<{ id: string }[]>(
    `select g.id from grants g join organisations o on o.id = g.organisation_id
     where g.account_id = ? and ${isWithin.sql}`,
    [accountId, ...isWithin.values],
  );
  if (rows.length > 0) em.remove(await em.find(Grant, { id: { $in: rows.map(({ id }) => id) } }));
}
