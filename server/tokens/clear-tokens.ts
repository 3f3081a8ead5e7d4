import type { Transaction } from '../core/db/transaction.ts';
import { handOver } from './hand-over.ts';
import { Token } from './token.entity.ts';

/**
 * The server ends all tokens at an organisation that is about to go, and those of whoever is at
 * home there.
 */
export async function clearTokensAt(tx: Transaction, organisationId: string): Promise<void> {
  const makers = await tx.em.execute<{ id: string }[]>(
    'select id from accounts where organisation_id = ?',
    [organisationId],
  );
  const accountId = { $in: makers.map(({ id }) => id) };
  tx.em.remove(await tx.em.find(Token, { $or: [{ organisationId }, { accountId }] }));
}

/**
 * The server ends the tokens of an account that is about to go, or has another account answer for
 * them.
 */
export async function clearTokensOf(
  tx: Transaction,
  accountId: string,
  heirId: string | null,
): Promise<void> {
  const tokens = await tx.em.find(Token, { accountId }, { orderBy: { createdAt: 'asc' } });
  tx.em.remove(tokens);
  await tx.em.flush();
  if (heirId !== null) await handOver(tx, tokens, heirId);
}
