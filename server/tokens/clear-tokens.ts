import type { Transaction } from '../core/db/work.ts';
import { Token } from './token.entity.ts';

/** Ends all tokens at an organisation that is about to go, and those of whoever is at home there. */
export async function clearTokensAt(tx: Transaction, organisationId: string): Promise<void> {
  const makers = await tx.em.execute<{ id: string }[]>(
    'select id from accounts where organisation_id = ?',
    [organisationId],
  );
  const accountId = { $in: makers.map(({ id }) => id) };
  tx.em.remove(await tx.em.find(Token, { $or: [{ organisationId }, { accountId }] }));
}

/** Ends all tokens of accounts that are about to go: nobody else could answer for them. */
export async function clearTokensOf(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  tx.em.remove(await tx.em.find(Token, { accountId: { $in: [...accountIds] } }));
}
