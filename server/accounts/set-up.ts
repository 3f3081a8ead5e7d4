import { createHash, timingSafeEqual } from 'node:crypto';
import type { SetUp } from '../../shared/accounts/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { addGrant } from '../access/give-grant.ts';
import type { Work } from '../core/db/work.ts';
import { foundPlatform, hasPlatform } from '../organisations/found-platform.ts';
import { createAccount } from '../people/create-account.ts';
import { hashPassword, requireAcceptable } from '../sign-in/passwords/passwords.ts';
import { type Signed, signIn } from '../sign-in/signed.ts';

/** Whether the platform still has to be set up. */
export function isSetUpNeeded(work: Work): Promise<boolean> {
  return work.read(async ({ em }) => !(await hasPlatform(em)));
}

/** The platform and its first administrator are created, and they are signed in. Works once. */
export async function setUp(work: Work, setupToken: string, input: SetUp): Promise<Signed> {
  if (!(await isSetUpNeeded(work))) throw new Refusal('setup.done');
  if (!isSameSecret(input.token, setupToken)) throw new Refusal('setup.token');
  requireAcceptable(input.password, {
    names: [input.displayName, input.email],
    isSecondFactorAsked: input.mfa !== 'nobody',
    path: 'password',
  });
  const passwordHash = await hashPassword(work, { key: 'set-up', isKnown: true }, input.password);

  return work.transaction(
    'platform.setUp',
    async (tx) => {
      if (await hasPlatform(tx.em)) throw new Refusal('setup.done');
      const platform = foundPlatform(tx, input.mfa);
      const { email, displayName } = input;
      const account = createAccount(tx, platform.id, {
        email,
        displayName,
        type: 'administrator',
        status: 'active',
        passwordHash,
      });
      addGrant(tx, account.id, 'PlatformAdministrator', platform);
      tx.signAs(account);
      return signIn(tx, account, work);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

function isSameSecret(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
