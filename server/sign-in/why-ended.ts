import type { EndReason } from '../../shared/live/contract.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import { suspendedPaths } from '../organisations/laid-down.ts';
import { pathsOf } from '../organisations/names-of.ts';
import { Account } from '../people/account.entity.ts';
import { Session } from './session.entity.ts';

/** Whose session it is, by its token's hash. */
export interface SessionHolder {
  sessionHash: string;
  sessionId: string;
  person: Pick<Person, 'accountId' | 'token'>;
}

/** What is known of sessions otherwise. */
interface SessionsNow {
  now: Date;
  /** Whether the session behind a token's hash is in force, and owes a step of signing in. */
  isPending: (sessionHash: string) => boolean;
}

/** Why sessions that no longer open anything ended; in a few queries, asked for each afterwards. */
export async function whyEnded(
  em: EntityManager,
  holders: readonly SessionHolder[],
  { now, isPending }: SessionsNow,
): Promise<(holder: SessionHolder) => EndReason> {
  if (holders.length === 0) return () => 'signed-out';
  const ids = [...new Set(holders.map(({ person }) => person.accountId))];
  const hashes = [...new Set(holders.map(({ sessionHash }) => sessionHash))];
  const accounts = await em.find(Account, { id: { $in: ids }, status: 'active' });
  const sessions = await em.find(Session, { tokenHash: { $in: hashes } });
  const renewed = await em.find(Session, {
    renewsId: { $in: holders.map(({ sessionId }) => sessionId) },
  });
  const homes = new Set(accounts.map(({ organisationId }) => organisationId));
  const isShut = await suspendedHomes(em, [...homes]);
  const renewedIds = new Set(renewed.map(({ renewsId }) => renewsId));
  const active = new Map(accounts.map((account) => [account.id, account]));
  const endOf = new Map(sessions.map(({ tokenHash, expiresAt }) => [tokenHash, expiresAt]));
  return ({ person, sessionHash, sessionId }) => {
    const end = endOf.get(sessionHash);
    const account = active.get(person.accountId);
    if (!account) return 'disabled';
    if (end && end <= now) return 'expired';
    if (isShut(account.organisationId)) return 'disabled';
    if (person.token) return person.token.expiresAt <= now ? 'expired' : 'signed-out';
    if (renewedIds.has(sessionId)) return 'renewed';
    if (!end) return 'signed-out';
    return isPending(sessionHash) ? 'pending' : 'disabled';
  };
}

/** Tells of the given homes which are suspended, or stand below what is. */
async function suspendedHomes(
  em: EntityManager,
  ids: readonly string[],
): Promise<(organisationId: string) => boolean> {
  if (ids.length === 0) return () => false;
  const paths = await pathsOf(em, ids);
  const isSuspended = await suspendedPaths(em, [...paths.values()]);
  return (organisationId) => {
    const path = paths.get(organisationId);
    return path !== undefined && isSuspended(path);
  };
}
