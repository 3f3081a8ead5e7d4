import type { Transaction } from '../core/db/work.ts';
import { Grant } from './grant.entity.ts';

/** Takes all roles at an organisation away: it is about to go. */
export async function clearGrantsAt(tx: Transaction, organisationId: string): Promise<void> {
  tx.em.remove(await tx.em.find(Grant, { organisationId }));
}

/** Takes all roles of accounts away: they are about to go. */
export async function clearGrantsOf(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  tx.em.remove(await tx.em.find(Grant, { accountId: { $in: [...accountIds] } }));
}
