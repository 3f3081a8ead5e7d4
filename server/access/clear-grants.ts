import type { Transaction } from '../core/db/transaction.ts';
import { withinSql } from '../organisations/within.ts';
import { Grant } from './grant.entity.ts';

/** The server takes all roles at an organisation away: it is about to go. */
export async function clearGrantsAt(tx: Transaction, organisationId: string): Promise<void> {
  tx.em.remove(await tx.em.find(Grant, { organisationId }));
}

/** The server takes all roles of accounts away: they are about to go. */
export async function clearGrantsOf(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  const accountId = { $in: [...accountIds] };
  tx.em.remove(await tx.em.find(Grant, { accountId }));
}

/** The server takes the roles away that an account holds at an organisation and below it. */
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
