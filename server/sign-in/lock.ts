import { createHash } from 'node:crypto';
import { networkOf } from '../core/bounds/network.ts';
import { byTime } from '../core/by-time.ts';
import { MINUTE } from '../core/clock.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { Account } from '../people/account.entity.ts';
import { SignInFailure } from './sign-in-failure.entity.ts';

/** So many failures, */
export const LOCKING_FAILURES = 20;
/** from at least so many networks, */
const LOCKING_NETWORKS = 3;
/** within this time, lock the name that was tried for as long again. */
export const LOCKED_FOR = 15 * MINUTE;

/**
 * Until when a name is locked, or `null`. Slowing (network, name) pairs does nothing against
 * somebody who has many networks; this does. It holds for names that no account has as well, so
 * it tells nothing of who has one. Nobody is kept out by it for good: it passes, it does not
 * concern browsers that the person has signed in with before, nor who is signed in, and another
 * password by mail lifts it and makes the browser that chose it a known one.
 */
export async function findLock(em: EntityManager, name: string, now: Date): Promise<Date | null> {
  const failures = await em.find(
    SignInFailure,
    { nameHash: hashName(name), at: { $gt: new Date(now.getTime() - 2 * LOCKED_FOR) } },
    { orderBy: { at: 'asc' } },
  );
  const last = failures.at(-1)?.at.getTime() ?? 0;
  const counted = failures.filter(({ at }) => last - at.getTime() < LOCKED_FOR);
  const networks = new Set(counted.map(({ address }) => networkOf(address)));
  const isLocked = counted.length >= LOCKING_FAILURES && networks.size >= LOCKING_NETWORKS;
  const until = last + LOCKED_FOR;
  return isLocked && until > now.getTime() ? new Date(until) : null;
}

/** A failure is counted, from wherever it came. */
export function countFailure(tx: Transaction, name: string, address: string): void {
  tx.em.create(SignInFailure, { id: newId(), nameHash: hashName(name), address, at: tx.now });
}

/** The account shows, if one has the name, that the last failure locked it. */
export function showLock(work: Work, email: string): Promise<void> {
  return work.transaction(
    'account.lock',
    async (tx) => {
      tx.signAs(byTime);
      const account = await tx.em.findOne(Account, { emailKey: email });
      const until = account && (await findLock(tx.em, email, tx.now));
      if (until) account.lockedUntil = until;
    },
    { ignoresKey: true },
  );
}

/** An account may be signed in to from anywhere again, and what had locked it is forgotten. */
export async function liftLock({ em }: Transaction, account: Account): Promise<void> {
  em.remove(await em.find(SignInFailure, { nameHash: hashName(account.emailKey ?? '') }));
  if (account.lockedUntil) account.lockedUntil = null;
}

/** Failures that lock nothing any more are forgotten. */
export async function sweepFailures(em: EntityManager, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 2 * LOCKED_FOR);
  await em.execute('delete from sign_in_failures where at < ?', [timeParameter(em, before)]);
}

function hashName(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}
