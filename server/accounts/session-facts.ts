import type { EndReason } from '../../shared/live/contract.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { Account } from './account.entity.ts';
import { Session } from './session.entity.ts';

/** What a socket needs to know of the session it was opened with. */
export interface SessionFacts {
  id: string;
  expiresAt: Date;
}

/** The session behind a token's hash, valid or not; `null` when it was ended. */
export async function findSessionFacts(
  em: EntityManager,
  tokenHash: string,
): Promise<SessionFacts | null> {
  const session = await em.findOne(Session, { tokenHash });
  return session && { id: session.id, expiresAt: session.expiresAt };
}

/** Why a session that no longer opens anything ended. */
export async function whyEnded(
  em: EntityManager,
  accountId: string,
  tokenHash: string,
  now: Date,
): Promise<EndReason> {
  const account = await em.findOne(Account, { id: accountId });
  if (account?.status !== 'active') return 'disabled';
  const session = await findSessionFacts(em, tokenHash);
  if (!session) return 'signed-out';
  return session.expiresAt <= now ? 'expired' : 'disabled';
}

/** Removes sessions that are over; nobody is told, since nothing is open on them. */
export async function sweepSessions(em: EntityManager, now: Date): Promise<void> {
  await em.execute('delete from sessions where expires_at < ?', [timeParameter(em, now)]);
}
