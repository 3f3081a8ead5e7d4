import { marksFor } from '../core/db/raw.ts';
import { bringBackRows, keepRows, type KeptRows } from '../core/db/keep-rows.ts';
import type { Fields } from '../../shared/core/merge-patch.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { Grant } from './grant.entity.ts';

/** The lasting grants of a deleted organisation, set aside for when it is restored. */
export async function keepAccess({ em }: Transaction, organisationId: string): Promise<KeptRows> {
  return { grants: await keepRows(em, Grant, { organisationId, expiresAt: null }) };
}

/** The grants set aside are restored, for accounts that still exist and may hold roles. */
export async function bringBackAccess(
  { em }: Transaction,
  { grants = [] }: KeptRows,
): Promise<void> {
  const holders = await holdersAmong(em, grants);
  bringBackRows(
    em,
    Grant,
    grants.filter(({ accountId }) => holders.has(accountId)),
  );
  await em.flush();
}

/** The ids of the holders that still exist and may hold roles. */
async function holdersAmong(em: EntityManager, grants: readonly Fields[]): Promise<Set<unknown>> {
  if (grants.length === 0) return new Set();
  const ids = grants.map(({ accountId }) => accountId);
  const rows = await em.execute<{ id: string }[]>(
    `select id from accounts where id in (${marksFor(ids)}) and type <> 'user'`,
    ids,
  );
  return new Set(rows.map(({ id }) => id));
}
