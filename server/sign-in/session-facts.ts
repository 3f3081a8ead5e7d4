import { findRows } from '../core/db/find-rows.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { Session } from './session.entity.ts';

/** What a socket needs to know of the session it was opened with. */
export interface SessionFacts {
  id: string;
  expiresAt: Date;
}

/** The sessions behind tokens' hashes, valid or not; those that were ended are missing. */
export async function findSessionFacts(
  em: EntityManager,
  tokenHashes: readonly string[],
): Promise<Map<string, SessionFacts>> {
  const where = { tokenHash: { $in: [...tokenHashes] } };
  const sessions = await findRows(em, Session, where);
  return new Map(sessions.map(({ tokenHash, id, expiresAt }) => [tokenHash, { id, expiresAt }]));
}

/** The sweep removes sessions and links that are over; nobody is told, nothing is open on them. */
export async function sweepSessions(em: EntityManager, now: Date): Promise<void> {
  for (const table of ['sessions', 'password_resets']) {
    await em.execute(`delete from ${table} where expires_at < ?`, [timeParameter(em, now)]);
  }
}
