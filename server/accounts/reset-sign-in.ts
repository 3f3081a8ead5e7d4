import { says } from '../../shared/accounts/words.ts';
import { whyNotOwn } from '../../shared/accounts/own-account.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { requireAccount } from '../access/require-account.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import type { Mail } from '../core/mail.ts';
import type { MailText } from '../core/mail-words.ts';
import { Account, addresseeOf, mailboxOf } from '../people/account.entity.ts';
import { viewAccountWithGrants } from './lists/list-accounts.ts';
import { requireMailable } from '../sign-in/mailable.ts';
import { createReset, pageOf, resetMail } from '../sign-in/passwords/password-reset.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { recheckSessionsOf } from '../sign-in/recheck-sessions.ts';
import { clearFactors, settleNone } from '../factors/second-factors.ts';
import { Session } from '../sign-in/session.entity.ts';
import { words } from './words.ts';

/**
 * An administrator takes somebody's second factors away, since they lost them. It ends their
 * sessions, and they are told: an administrator who is fooled into it does not fool them as well.
 */
export function resetMfa(work: Work, id: string): Promise<AccountWithGrants> {
  return work.transaction(
    'account.resetMfa',
    async (tx) => {
      const account = await requireResettable(tx, id);
      requireMailable(work, tx, mailboxOf(account));
      await clearFactors(tx, [id]);
      await settleNone(tx, id);
      tx.em.remove(await tx.em.find(Session, { accountId: id }));
      const from = tx.person.displayName;
      const link = tx.link('/account');
      tx.mail(resetMfaMail(account, from, link));
      await tx.em.flush();
      return viewAccountWithGrants(tx, account);
    },
    { changesAccess: true },
  );
}

/**
 * An administrator has somebody choose another password before they go on: at once, where they are
 * signed in.
 */
export function requirePasswordChange(work: Work, id: string): Promise<AccountWithGrants> {
  return work.transaction(
    'account.requirePasswordChange',
    async (tx) => {
      const account = await requireResettable(tx, id);
      if (!account.mustChangePassword) {
        account.mustChangePassword = true;
        await recheckSessionsOf(tx, id);
      }
      await tx.em.flush();
      return viewAccountWithGrants(tx, account);
    },
    { changesAccess: true },
  );
}

/**
 * The server mails somebody a link to another password; the one they have works until they use it.
 */
export function sendPasswordReset(work: Work, id: string): Promise<void> {
  return work.transaction('account.sendPasswordReset', async (tx) => {
    const account = await requireResettable(tx, id);
    requireMailable(work, tx, mailboxOf(account));
    const token = await createReset(tx, id);
    const from = tx.person.displayName;
    const link = tx.link(pageOf(token));
    tx.notes['sentTo'] = mailboxOf(account);
    tx.mail(resetMail(account, link, from));
  });
}

async function requireResettable(tx: Transaction, id: string): Promise<Account> {
  const { account, ...home } = await requireAccount(tx, id, 'account.reset', () =>
    Promise.resolve(whyNotOwn('account.reset', id, tx.person.accountId)),
  );
  requireRecent(tx, tx.person);
  if (account.type === 'machine') throw new Refusal('account.machine');
  if (account.status !== 'active') {
    throw new Refusal('account.not-active', says.nothingToReset);
  }
  tx.at({ id: account.organisationId, path: home.path });
  return tx.em.findOneOrFail(Account, { id });
}

function resetMfaMail(account: Account, person: string, link: MailText): Mail {
  return {
    to: addresseeOf(account),
    write: () => ({
      subject: words.factorsRemoved,
      lines: [words.factorsRemovedBy({ person }), words.setUpAnother, link, words.notAskedFor],
    }),
  };
}
