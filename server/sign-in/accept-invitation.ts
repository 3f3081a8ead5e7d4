import { says } from '../../shared/sign-in/words.ts';
import type { AcceptInvitation, InvitationView } from '../../shared/sign-in/contract.ts';
import { minPasswordLength } from '../../shared/sign-in/password.ts';
import { emailKey } from '../../shared/core/email.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { suspendedPaths } from '../organisations/laid-down.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { locate } from '../organisations/require-organisation.ts';
import { Account, mailboxOf, renameAccount } from '../people/account.entity.ts';
import { isClaimedByAnother } from './claimed-address.ts';
import { Invitation } from './invitation.entity.ts';
import { isMfaAsked } from './mfa-asked.ts';
import { hashPassword, requireAcceptable } from './passwords/passwords.ts';
import { hashToken } from './sessions.ts';
import { requireAdmissible } from './sign-in.ts';
import { type Signed, signIn } from './signed.ts';

/** An open invitation, as shown to who holds its link. */
export function findInvitation(work: Work, token: string): Promise<InvitationView> {
  return work.read(async (reading) => {
    const { account, invitation } = await requireOpen(reading, hashToken(token));
    const home = await locate(reading.em, account.organisationId);
    return {
      email: mailboxOf(account),
      displayName: account.displayName,
      organisation: home?.place.at(-1)?.displayName ?? '',
      minPasswordLength: minPasswordLength(await isMfaAsked(reading.em, account)),
      expiresAt: invitation.expiresAt.toISOString(),
    };
  });
}

/** The invited person sets a name and a password, and is signed in. Works once. */
export async function acceptInvitation(
  work: Work,
  token: string,
  { displayName, password }: AcceptInvitation,
): Promise<Signed> {
  const facts = await work.read(async (reading) => {
    const { account } = await requireOpen(reading, hashToken(token));
    const isSecondFactorAsked = await isMfaAsked(reading.em, account);
    const names = [displayName, mailboxOf(account)];
    return { accountId: account.id, names, isSecondFactorAsked, path: 'password' };
  });
  requireAcceptable(password, facts);
  const waiter = { key: facts.accountId, isKnown: true };
  const passwordHash = await hashPassword(work, waiter, password);

  return work.transaction(
    'invitation.accept',
    async (tx) => {
      const account = await openInvitation(tx, hashToken(token));
      await requireAdmissible(tx.em, account);
      renameAccount(account, displayName);
      account.passwordHash = passwordHash;
      tx.signAs(account);
      return signIn(tx, account, work);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

/** An invitation is used up: its account is active from now on, and who accepts acts as it. */
export async function openInvitation(tx: Transaction, tokenHash: string): Promise<Account> {
  const { account, invitation } = await requireOpen(tx, tokenHash);
  invitation.usedAt = tx.now;
  const claimed = { emailKey: emailKey(mailboxOf(account)), unclaimedKey: null };
  Object.assign(account, { ...claimed, status: 'active' });
  tx.signAs(account);
  return account;
}

/** Where the account of an open invitation is at home. */
export function findInvitedHome(work: Work, token: string): Promise<string> {
  return work.read(async (reading) => {
    const { path } = await requireOpen(reading, hashToken(token));
    return path;
  });
}

/**
 * Used, expired, unknown, withdrawn or suspended above: all the same to who holds the link. Whose
 * address has another account is told so.
 */
async function requireOpen({ em, now }: Reading, tokenHash: string) {
  const invitation = await em.findOne(Invitation, { tokenHash });
  if (!invitation || invitation.usedAt || invitation.expiresAt <= now) {
    throw new Refusal('invitation.gone');
  }
  const account = await em.findOne(Account, { id: invitation.accountId, status: 'invited' });
  const home = account && (await locate(em, account.organisationId));
  if (!account || !home) throw new Refusal('invitation.gone');
  const isSuspended = await suspendedPaths(em, [home.path]);
  if (isSuspended(home.path)) throw new Refusal('invitation.gone');
  if (await isClaimedByAnother(em, account)) {
    throw new Refusal('invitation.address-taken', says.invitedElsewhere);
  }
  return { invitation, account, path: home.path };
}
