import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConfirmPasswordReset, PasswordResetView } from '../../../shared/sign-in/contract.ts';
import { minPasswordLength } from '../../../shared/sign-in/password.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { networkOf } from '../../core/bounds/network.ts';
import { HOUR } from '../../core/clock.ts';
import type { Reading } from '../../core/db/reading.ts';
import type { Transaction } from '../../core/db/transaction.ts';
import type { Work } from '../../core/db/work.ts';
import type { Mail } from '../../core/mail.ts';
import type { MailText } from '../../core/mail-words.ts';
import { Account, addresseeOf, mailboxOf } from '../../people/account.entity.ts';
import { liftLock } from '../lock.ts';
import { isMfaAsked } from '../mfa-asked.ts';
import { PasswordReset } from './password-reset.entity.ts';
import { hashPassword, requireAcceptable } from './passwords.ts';
import { Session } from '../session.entity.ts';
import { hashToken } from '../sessions.ts';
import { homeOf, requireAdmissible } from '../sign-in.ts';
import { words } from './words.ts';

const LIFETIME = HOUR;

/** Every request is answered so long after it came, in which what a known address costs has room. */
const ANSWER_AFTER_MS = 50;

/**
 * A link is mailed to whoever owns the address, if an account has it. The answer is the same in any
 * case, and comes at the same time: what is read and mailed for a known address would show in it.
 * Where a network asks too often, or too many links were mailed to the account, nothing happens:
 * the last link still works.
 */
export async function askPasswordReset(work: Work, email: string): Promise<void> {
  await Promise.all([makeLink(work, email), wait(ANSWER_AFTER_MS)]);
}

async function makeLink(work: Work, email: string): Promise<void> {
  if (work.bounds.take('reset-requests', networkOf(work.caller.address)) > 0) return;
  if (work.bounds.take('reset-mails', email) > 0) return;
  await work.transaction(
    'account.askPasswordReset',
    async (tx) => {
      const account = await tx.em.findOne(Account, { emailKey: email, status: 'active' });
      const token = await createReset(tx, account?.id ?? null);
      tx.signAsStranger(account?.id ?? '');
      tx.notes['email'] = email;
      if (!account) return;
      tx.at(await homeOf(tx.em, account));
      tx.mail(resetMail(account, tx.link(pageOf(token))), { isAwaited: false });
    },
    { ignoresKey: true },
  );
}

/** A link is made in place of those before. The one for nobody is stored too, and opens nothing. */
export async function createReset(tx: Transaction, accountId: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const nobody = '00000000-0000-0000-0000-000000000000';
  const owner = accountId ?? nobody;
  tx.em.remove(await tx.em.find(PasswordReset, { accountId: owner }));
  tx.em.create(PasswordReset, {
    tokenHash: hashToken(token),
    accountId: owner,
    createdAt: tx.now,
    expiresAt: new Date(tx.now.getTime() + LIFETIME),
  });
  return token;
}

/** What an open link is for, as shown to its holder. */
export function findPasswordReset(work: Work, token: string): Promise<PasswordResetView> {
  return work.read(async (reading) => {
    const { account } = await requireOpen(reading, token);
    return {
      email: mailboxOf(account),
      displayName: account.displayName,
      minPasswordLength: minPasswordLength(await isMfaAsked(reading.em, account)),
    };
  });
}

/**
 * The holder of the link sets another password, once. Every session ends and none begins: who holds
 * the link still has to show the second factor. The person is told by mail, in case it was somebody
 * else. Answers with the address, by which the browser is a known one from now on: a lock that
 * others' failures bring about does not keep out who reads the mail.
 */
export async function confirmPasswordReset(
  work: Work,
  { token, password }: ConfirmPasswordReset,
): Promise<{ email: string }> {
  const facts = await work.read(async (reading) => {
    const { account } = await requireOpen(reading, token);
    const names = [account.displayName, mailboxOf(account)];
    const isSecondFactorAsked = await isMfaAsked(reading.em, account);
    return { accountId: account.id, names, isSecondFactorAsked, path: 'password' };
  });
  requireAcceptable(password, facts);
  const waiter = { key: facts.accountId, isKnown: true };
  const passwordHash = await hashPassword(work, waiter, password);

  return work.transaction(
    'account.resetPassword',
    async (tx) => {
      const { account } = await requireOpen(tx, token);
      const accountId = account.id;
      Object.assign(account, { passwordHash, mustChangePassword: false });
      tx.em.remove(await tx.em.find(PasswordReset, { accountId }));
      tx.em.remove(await tx.em.find(Session, { accountId }));
      await liftLock(tx, account);
      tx.signAs(account);
      tx.mail(noticeMail(account, tx.link('/forgot-password')));
      return { email: account.emailKey ?? '' };
    },
    { changesAccess: true, ignoresKey: true },
  );
}

/** Used, expired, replaced, or of somebody shut out meanwhile: all the same to who holds the link. */
async function requireOpen({ em, now }: Reading, token: string) {
  const reset = await em.findOne(PasswordReset, { tokenHash: hashToken(token) });
  const account =
    reset && reset.expiresAt > now
      ? await em.findOne(Account, { id: reset.accountId, status: 'active' })
      : null;
  if (!account) throw new Refusal('password-reset.gone');
  await requireAdmissible(em, account).catch(() => {
    throw new Refusal('password-reset.gone');
  });
  return { account };
}

/** The page of a link; its token stands behind the hash, which no browser sends anywhere. */
export function pageOf(token: string): string {
  return `/reset-password#${token}`;
}

export function resetMail(account: Account, link: MailText, from?: string): Mail {
  return {
    to: addresseeOf(account),
    write: () => ({
      subject: words.chooseAnother,
      lines: [
        from === undefined ? words.wasAskedFor : words.isAskedBy({ person: from }),
        words.chooseHere,
        link,
        words.notExpected,
      ],
    }),
  };
}

function noticeMail(account: Account, link: MailText): Mail {
  return {
    to: addresseeOf(account),
    write: () => ({
      subject: words.changed,
      lines: [words.changedByLink, words.notYou, link],
    }),
  };
}
