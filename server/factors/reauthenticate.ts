import { says } from '../../shared/factors/words.ts';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Reauthenticate } from '../../shared/factors/contract.ts';
import { fieldError, Refusal } from '../../shared/core/refusals.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { Account } from '../people/account.entity.ts';
import type { PasskeyParts } from './passkeys.ts';
import { verifyPassword } from '../sign-in/passwords/passwords.ts';
import { type CodeParts, useCode } from './show-code.ts';
import { renewSession, type Signed } from '../sign-in/signed.ts';
import { codesOf, currentPasswordOf, throttled } from '../sign-in/throttled.ts';
import { usePasskey, verifyPasskey } from './verify-passkey.ts';

/**
 * The caller shows once more that it is still the same person; sensitive acts are open for five
 * minutes.
 */
export async function reauthenticate(
  work: Work,
  parts: CodeParts & PasskeyParts,
  shown: Reauthenticate,
): Promise<Signed> {
  const { accountId } = await work.read((reading) =>
    Promise.resolve(reading.holderOwing('enrol-mfa')),
  );
  if ('response' in shown) {
    const response = shown.response as unknown as AuthenticationResponseJSON;
    const passkey = await verifyPasskey(work, parts, { response, purpose: 'prove', accountId });
    return renew(work, (tx) => usePasskey(tx, passkey));
  }
  if ('code' in shown) {
    const { code } = shown;
    return throttled(work, codesOf(accountId), () =>
      renew(work, (tx) => useCode(tx, parts.secrets, accountId, code)),
    );
  }
  const { password } = shown;
  return throttled(work, currentPasswordOf(accountId), async () => {
    await requirePassword(work, accountId, password);
    return renew(work, (tx) => {
      tx.notes['method'] = 'password';
    });
  });
}

function renew(work: Work, use: (tx: Transaction) => Promise<void> | void): Promise<Signed> {
  return work.transaction(
    'session.reauthenticate',
    async (tx) => {
      tx.holderOwing('enrol-mfa');
      await use(tx);
      return renewSession(tx, work);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

async function requirePassword(work: Work, accountId: string, password: string): Promise<void> {
  const account = await work.read(({ em }) =>
    em.findOneOrFail(Account, { id: accountId }, { populate: ['passwordHash'] }),
  );
  const waiter = { key: accountId, isKnown: true };
  if (await verifyPassword(work, waiter, { hash: account.passwordHash ?? null, password })) return;
  throw new Refusal('auth.current-password', undefined, {
    errors: [fieldError('password', says.notYourPassword)],
  });
}
