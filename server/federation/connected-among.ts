import type { Transaction } from '../core/db/transaction.ts';
import { IdentityProvider } from './identity-provider.entity.ts';

/** Which of the providers are connected still, switched on or not. */
export async function connectedAmong(
  { em }: Transaction,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await em.find(IdentityProvider, { id: { $in: [...ids] } }, { fields: ['id'] });
  return new Set(found.map(({ id }) => id));
}
