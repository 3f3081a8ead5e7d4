import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { Captured } from '../changes/capture.ts';
import { IdempotencyKey, type KeptAnswer } from './idempotency-key.entity.ts';
import { lockKey } from './locks.ts';
import type { Person } from './person.ts';
import type { Transaction } from './transaction.ts';

/** The idempotency key of a request, and the hash of the request that it was sent with. */
export interface IdempotencyRequest {
  key: string;
  requestHash: string;
}

/** The guard decides whether a stored idempotent answer may be replayed to this caller. */
export interface ReplayGuard {
  /** The organisations behind whose barrier the answer was given. */
  insideOf: (tx: Transaction, changed: readonly Captured[]) => Promise<string[]>;
  /** The guard refuses the replay where one of them is closed to the caller by now. */
  requireInside: (tx: Transaction, organisationIds: readonly string[]) => Promise<void>;
  /** The organisations that the answer tells of, as far as the caller's roles reached them. */
  seenIn: (tx: Transaction, changed: readonly Captured[]) => Promise<string[]>;
  /**
   * The guard refuses the replay as not found where one of them is out of the caller's reach by
   * now.
   */
  requireSeen: (tx: Transaction, organisationIds: readonly string[]) => Promise<void>;
}

/** The key as it is stored: an API token's are apart from those of the sessions of its account. */
export function ownKey(
  asked: IdempotencyRequest | null,
  { token }: Person,
): IdempotencyRequest | null {
  return asked && token ? { ...asked, key: `${token.id} ${asked.key}` } : asked;
}

/**
 * The answer that was stored under the key, to be replayed; `null` where the key is new. Refuses
 * where the key stands for another request, or where the guard keeps the answer from the caller.
 */
export async function findAnswer(
  tx: Transaction,
  { key, requestHash }: IdempotencyRequest,
  guard: ReplayGuard,
): Promise<KeptAnswer | null> {
  const { em, person } = tx;
  const { accountId } = person;
  await lockKey(em, accountId, key);
  const earlier = await em.findOne(IdempotencyKey, { accountId, key });
  if (!earlier) return null;
  if (earlier.requestHash !== requestHash) throw new Refusal('request.idempotency-reused');
  await guard.requireSeen(tx, earlier.answer.seen ?? []);
  await guard.requireInside(tx, earlier.answer.inside);
  return earlier.answer;
}

/**
 * The transaction stores the answer under the key, with what the guard has to know to let it be
 * replayed.
 */
export async function keepAnswer(
  tx: Transaction,
  { key, requestHash }: IdempotencyRequest,
  { value, changed }: { value: unknown; changed: readonly Captured[] },
  guard: ReplayGuard,
): Promise<void> {
  const inside = await guard.insideOf(tx, changed);
  const seen = await guard.seenIn(tx, changed);
  await tx.em.insert(IdempotencyKey, {
    accountId: tx.person.accountId,
    key,
    requestHash,
    answer: { value: value ?? null, inside, seen },
    createdAt: tx.now,
  });
}

/** The hash under which an idempotency key remembers the request that it was sent with. */
export function requestHash(method: string, path: string, body: string): string {
  return createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex');
}
