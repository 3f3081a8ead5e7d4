import type { Transaction } from '../core/db/transaction.ts';
import { AccessRequest } from './access-request.entity.ts';

/** The server removes what was asked for at an organisation: it is about to go. */
export async function clearRequestsAt(tx: Transaction, organisationId: string): Promise<void> {
  tx.em.remove(await tx.em.find(AccessRequest, { organisationId }));
}

/** The server withdraws what accounts had asked for, and nobody answered: they are about to go. */
export async function withdrawRequestsOf(
  { em, now }: Transaction,
  accountIds: readonly string[],
): Promise<void> {
  const accountId = { $in: [...accountIds] };
  for (const request of await em.find(AccessRequest, { accountId, status: 'pending' })) {
    request.status = 'withdrawn';
    request.endedAt = now;
  }
}
