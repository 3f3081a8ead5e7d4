import type { EndReason } from '../../shared/live/contract.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { Account } from './account.entity.ts';
import { Session } from './session.entity.ts';

/** What a socket needs to know of the session it was opened with. */
export interface SessionFacts {
  id: string;
  expiresAt: Date;
}

/** Whose session it is, by its token's hash. */
export interface SessionHolder {
  sessionHash: string;
  person: { accountId: string };
}

/** The session behind a token's hash, valid or not; `null` when it was ended. */
export async function findSessionFacts(
  em: EntityManager,
  tokenHash: string,
): Promise<SessionFacts | null> {
  const session = await em.findOne(Session, { tokenHash });
  return session && { id: session.id, expiresAt: session.expiresAt };
}

/** Why sessions that no longer open anything ended; in two queries, asked for each afterwards. */
export async function whyEnded(
  em: EntityManager,
  holders: readonly SessionHolder[],
  now: Date,
): Promise<(holder: SessionHolder) => EndReason> {
  if (holders.length === 0) return () => 'signed-out';
  const ids = [...new Set(holders.map(({ person }) => person.accountId))];
  const hashes = [...new Set(holders.map(({ sessionHash }) => sessionHash))];
  const accounts = await em.find(Account, { id: { $in: ids }, status: 'active' });
  const sessions = await em.find(Session, { tokenHash: { $in: hashes } });
  const active = new Set(accounts.map(({ id }) => id));
  const endOf = new Map(sessions.map(({ tokenHash, expiresAt }) => [tokenHash, expiresAt]));
  return ({ person, sessionHash }) => {
    const end = endOf.get(sessionHash);
    if (!active.has(person.accountId)) return 'disabled';
    if (!end) return 'signed-out';
    return end <= now ? 'expired' : 'disabled';
  };
}

/** Removes sessions that are over; nobody is told, since nothing is open on them. */
export async function sweepSessions(em: EntityManager, now: Date): Promise<void> {
  await em.execute('delete from sessions where expires_at < ?', [timeParameter(em, now)]);
}
