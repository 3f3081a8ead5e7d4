import type { Transaction } from '../core/db/work.ts';
import { Grant } from './grant.entity.ts';

/** Takes all roles at an organisation away: it is about to go. */
export async function clearGrants(tx: Transaction, organisationId: string): Promise<void> {
  tx.em.remove(await tx.em.find(Grant, { organisationId }));
}
