import type { ChangePassword, SignInAnswer } from '../../shared/accounts/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { Account } from './account.entity.ts';
import { hashPassword, requireAcceptable, verifyPassword } from './passwords.ts';
import { Session } from './session.entity.ts';
import { type Signed, signIn } from './signed.ts';

/** Changes the caller's password; all sessions end but a new one, whose token is returned. */
export async function changePassword(
  work: Work,
  { current, next }: ChangePassword,
): Promise<Signed & SignInAnswer> {
  const account = await work.read(({ em, person }) =>
    em.findOneOrFail(Account, { id: person.accountId }, { populate: ['passwordHash'] }),
  );
  if (!(await verifyPassword(account.passwordHash ?? null, current))) {
    throw new Refusal('auth.current-password', undefined, {
      errors: [{ path: 'current', message: 'This is not the current password.' }],
    });
  }
  requireAcceptable(next, [account.displayName, account.email], 'next');
  const passwordHash = await hashPassword(next);

  return work.transaction(
    'account.changePassword',
    async (tx) => {
      const own = await tx.em.findOneOrFail(Account, { id: tx.person.accountId });
      own.passwordHash = passwordHash;
      own.updatedAt = tx.now;
      tx.em.remove(await tx.em.find(Session, { accountId: own.id }));
      return signIn(tx, own, work.caller);
    },
    { changesAccess: true, ignoresKey: true },
  );
}
