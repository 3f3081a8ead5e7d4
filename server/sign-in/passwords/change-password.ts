import { says } from '../../../shared/sign-in/words.ts';
import type { ChangePassword } from '../../../shared/sign-in/contract.ts';
import { fieldError, Refusal, refuseField } from '../../../shared/core/refusals.ts';
import type { Work } from '../../core/db/work.ts';
import { Account, mailboxOf } from '../../people/account.entity.ts';
import { hashPassword, requireAcceptable, verifyPassword } from './passwords.ts';
import { Session } from '../session.entity.ts';
import { renewSession, type Signed } from '../signed.ts';
import { currentPasswordOf, throttled } from '../throttled.ts';

/**
 * The caller changes their password; all sessions end but this one, which gets a new token. Who
 * still owes a second factor cannot: a stolen password must not be enough to take the account over.
 */
export async function changePassword(
  work: Work,
  { current, next }: ChangePassword,
): Promise<Signed> {
  const { account, isSecondFactorAsked } = await work.read(async (reading) => {
    const person = reading.holderOwing('change-password');
    const { em } = reading;
    const where = { id: person.accountId };
    const own = await em.findOneOrFail(Account, where, { populate: ['passwordHash'] });
    return { account: own, isSecondFactorAsked: person.isSecondFactorAsked };
  });
  const waiter = { key: account.id, isKnown: true };
  await throttled(work, currentPasswordOf(account.id), async () => {
    if (
      await verifyPassword(work, waiter, { hash: account.passwordHash ?? null, password: current })
    ) {
      return;
    }
    throw new Refusal('auth.current-password', undefined, {
      errors: [fieldError('current', says.notCurrentPassword)],
    });
  });
  if (next === current) refuseSame();
  const names = [account.displayName, mailboxOf(account)];
  requireAcceptable(next, { names, isSecondFactorAsked, path: 'next' });
  const passwordHash = await hashPassword(work, waiter, next);

  return work.transaction(
    'account.changePassword',
    async (tx) => {
      const { accountId } = tx.holderOwing('change-password');
      const own = await tx.em.findOneOrFail(Account, { id: accountId });
      Object.assign(own, { passwordHash, mustChangePassword: false });
      const tokenHash = { $ne: work.caller.sessionHash ?? '' };
      tx.em.remove(await tx.em.find(Session, { accountId, tokenHash }));
      return renewSession(tx, work);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

function refuseSame(): never {
  throw refuseField('next', says.differentPassword);
}
