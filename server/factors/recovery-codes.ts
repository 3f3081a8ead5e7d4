import { createHash, randomInt } from 'node:crypto';
import { withPlainDigits } from '../../shared/core/digits.ts';
import { folded } from '../../shared/core/folded.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import { RecoveryCode } from './recovery-code.entity.ts';

const HOW_MANY = 10;
/** Without letters that look like others; twelve of them are 58 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/**
 * A new set of codes is made in place of the one before. The codes are returned here and stored
 * hashed.
 */
export async function replaceRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  await clearRecoveryCodes(tx, [accountId]);
  const codes = Array.from({ length: HOW_MANY }, newCode);
  for (const code of codes) {
    tx.em.create(RecoveryCode, {
      id: newId(),
      accountId,
      codeHash: hashCode(accountId, code),
      usedAt: null,
    });
  }
  return codes;
}

export async function clearRecoveryCodes(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<void> {
  tx.em.remove(await tx.em.find(RecoveryCode, { accountId: { $in: [...accountIds] } }));
}

/**
 * A code is used up, if it is one of the account's and was not used yet: of two at once, one does.
 */
export async function useRecoveryCode(
  { em, now }: Transaction,
  accountId: string,
  code: string,
): Promise<boolean> {
  const used = await em.execute<unknown[]>(
    `update recovery_codes set used_at = ?
     where account_id = ? and code_hash = ? and used_at is null returning id`,
    [timeParameter(em, now), accountId, hashCode(accountId, code)],
  );
  return used.length > 0;
}

export function countRecoveryCodes(em: EntityManager, accountId: string): Promise<number> {
  return em.count(RecoveryCode, { accountId, usedAt: null });
}

function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  return letters.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** Salted by the account, so that equal codes of two accounts do not look equal. */
function hashCode(accountId: string, code: string): string {
  const plain = withPlainDigits(folded(code)).replace(/[\s-]/g, '');
  return createHash('sha256').update(`${accountId} ${plain}`).digest('hex');
}
