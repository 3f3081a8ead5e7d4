import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { requireAccount } from '../access/require-account.ts';
import type { Work } from '../core/db/work.ts';
import { Account } from '../people/account.entity.ts';
import { viewAccountWithGrants } from './lists/list-accounts.ts';
import { liftLock } from '../sign-in/lock.ts';

/**
 * An administrator opens an account before its lock has passed: its person called and is at another
 * browser.
 */
export function unlockAccount(work: Work, id: string): Promise<AccountWithGrants> {
  return work.transaction('account.unlock', async (tx) => {
    const located = await requireAccount(tx, id, 'account.unlock');
    if (located.account.type === 'machine') throw new Refusal('account.machine');
    const account = await tx.em.findOneOrFail(Account, { id });

    await liftLock(tx, account);

    await tx.em.flush();
    return viewAccountWithGrants(tx, account);
  });
}
