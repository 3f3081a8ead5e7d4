import type { ShowCode } from '../../shared/factors/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import type { Secrets } from '../core/secrets.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { renewSession, type Signed } from '../sign-in/signed.ts';
import { codesOf, throttled } from '../sign-in/throttled.ts';
import { useTotp, wrongCode } from './totp-factors.ts';

/** What codes are judged with. */
export interface CodeParts {
  secrets: Secrets;
}

/**
 * The caller shows the second factor: a code of the app, or one kept for the day on which the app
 * is lost.
 */
export async function showCode(work: Work, parts: CodeParts, { code }: ShowCode): Promise<Signed> {
  const { accountId } = await work.read((reading) => Promise.resolve(reading.holderOwing('mfa')));
  return throttled(work, codesOf(accountId), () =>
    countingFailure(work, accountId, () =>
      work.transaction(
        'session.showSecondFactor',
        async (tx) => {
          tx.holderOwing('mfa');
          await useCode(tx, parts.secrets, accountId, code);
          return renewSession(tx, work, { secondFactorAt: tx.now });
        },
        { changesAccess: true, ignoresKey: true },
      ),
    ),
  );
}

/** A code of either kind is used up, or refused; the audit keeps which it was. */
export async function useCode(
  tx: Transaction,
  secrets: Secrets,
  accountId: string,
  code: string,
): Promise<void> {
  if (await useTotp(tx, secrets, accountId, code)) tx.notes['method'] = 'totp';
  else if (await useRecoveryCode(tx, accountId, code)) tx.notes['method'] = 'recovery code';
  else throw wrongCode();
}

/**
 * The server leaves a record of a code that was wrong: what was tried is rolled back with its
 * transaction.
 */
async function countingFailure<T>(
  work: Work,
  accountId: string,
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'auth.code') throw error;
    await work.transaction(
      'session.secondFactorFailed',
      (tx) => {
        tx.signAs({ id: accountId, displayName: '' });
        tx.notes['failed'] = 'second factor';
        return Promise.resolve();
      },
      { ignoresKey: true },
    );
    throw error;
  }
}
