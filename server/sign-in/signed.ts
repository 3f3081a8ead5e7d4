import type { NextStep } from '../../shared/core/next-step.ts';
import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import type { Account } from '../people/account.entity.ts';
import { Session } from './session.entity.ts';
import { type Beginning, hashToken, startSession } from './sessions.ts';

/** A sign-in that worked: the token goes into the cookie, `next` into the answer. */
export interface Signed {
  token: string;
  next: NextStep;
}

/** What was shown besides what everybody who signs in shows. */
export interface Shown {
  secondFactorAt?: Date | null;
  /** The path by which the person came in; Canopy's own where it is left out. */
  signInPath?: string;
}

/** Sessions that one account may have open; the one that was not used for longest gives way. */
export const MOST_SESSIONS = 50;

/** A session is started for an account whose identity was just proved. */
export async function signIn(
  tx: Transaction,
  account: Account,
  work: Work,
  { secondFactorAt = null, signInPath = PASSWORD_PATH }: Shown = {},
): Promise<Signed> {
  await makeRoom(tx, account.id);
  account.lastSignInAt = tx.now;
  return start(tx, account.id, { ...work.caller, secondFactorAt, signInPath });
}

async function makeRoom({ em }: Transaction, accountId: string): Promise<void> {
  const sessions = await em.find(Session, { accountId }, { orderBy: { lastUsedAt: 'desc' } });
  em.remove(sessions.slice(MOST_SESSIONS - 1));
}

/**
 * The caller's session gets a new token, because what it opens just grew: whoever knew the old one
 * is out. It lasts no longer for it.
 */
export async function renewSession(
  tx: Transaction,
  work: Work,
  { secondFactorAt }: Shown = {},
): Promise<Signed> {
  const renews = await tx.em.findOneOrFail(Session, { tokenHash: work.caller.sessionHash ?? '' });
  tx.em.remove(renews);
  return start(tx, renews.accountId, {
    ...work.caller,
    secondFactorAt: secondFactorAt ?? renews.secondFactorAt,
    renews,
  });
}

async function start(tx: Transaction, accountId: string, beginning: Beginning): Promise<Signed> {
  const { token } = await startSession(tx.em, accountId, beginning, tx.now);
  await tx.em.flush();
  const holder = await tx.holderOf(hashToken(token));
  return { token, next: holder?.next ?? 'done' };
}
