import { readLaidDown } from '../organisations/laid-down.ts';
import { timeParameter } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { withinSql } from '../organisations/within.ts';
import { Session } from './session.entity.ts';

const PORTION = 1_000;

/**
 * What is asked of an account just grew: whatever is open on its sessions looks again, and ends
 * where a step is owed now.
 */
export async function recheckSessionsOf(tx: Transaction, accountId: string): Promise<void> {
  for (const session of await tx.em.find(Session, { accountId })) session.ruledAt = tx.now;
}

/** The same for everybody without a second factor who is at home, or holds a role, at or below a path. */
export async function recheckSessionsBelow(tx: Transaction, path: string): Promise<void> {
  const isHome = withinSql([path], 'h.path');
  const isHeld = withinSql([path], 'o.path');
  const rows = await tx.em.execute<{ token_hash: string }[]>(
    `select s.token_hash from sessions s
     join accounts a on a.id = s.account_id and a.has_second_factor = false
     join organisations h on h.id = a.organisation_id
     where ${isHome.sql}
        or exists (select 1 from grants g join organisations o on o.id = g.organisation_id
                   where g.account_id = a.id and ${isHeld.sql})`,
    [...isHome.values, ...isHeld.values],
  );
  for (const session of await findSessions(tx, rows)) session.ruledAt = tx.now;
}

/**
 * Sessions are ended at or below a path that were begun by what the rules there no longer allow.
 */
export async function endSessionsShutBelow(tx: Transaction, path: string): Promise<void> {
  const isHome = withinSql([path], 'h.path');
  const rows = await tx.em.execute<{ token_hash: string; sign_in_path: string; path: string }[]>(
    `select s.token_hash, s.sign_in_path, h.path from sessions s
     join accounts a on a.id = s.account_id
     join organisations h on h.id = a.organisation_id
     where ${isHome.sql} and s.expires_at > ?`,
    [...isHome.values, timeParameter(tx.em, tx.now)],
  );
  const homes = new Set(rows.map((row) => row.path));
  if (homes.size === 0) return;
  const { allowsPath } = await readLaidDown(tx.em, [...homes]);
  const shut = rows.filter((row) => !allowsPath(row.path, row.sign_in_path));
  tx.em.remove(await findSessions(tx, shut));
}

/** Every session is ended that was begun by a path which is shut for all. */
export async function endSessionsBegunBy(tx: Transaction, signInPath: string): Promise<void> {
  tx.em.remove(await tx.em.find(Session, { signInPath }));
}

/**
 * The server ends the sessions of everybody at home at or below a path, for good: it is suspended.
 */
export async function endSessionsBelow(tx: Transaction, path: string): Promise<void> {
  const isHome = withinSql([path], 'h.path');
  const rows = await tx.em.execute<{ token_hash: string }[]>(
    `select s.token_hash from sessions s
     join accounts a on a.id = s.account_id
     join organisations h on h.id = a.organisation_id
     where ${isHome.sql} and s.expires_at > ?`,
    [...isHome.values, timeParameter(tx.em, tx.now)],
  );
  tx.em.remove(await findSessions(tx, rows));
}

/** In portions: databases bound how many parameters a query has. */
async function findSessions(
  { em }: Transaction,
  rows: readonly { token_hash: string }[],
): Promise<Session[]> {
  const hashes = rows.map(({ token_hash }) => token_hash);
  const found: Session[] = [];
  for (let at = 0; at < hashes.length; at += PORTION) {
    const tokenHash = { $in: hashes.slice(at, at + PORTION) };
    found.push(...(await em.find(Session, { tokenHash })));
  }
  return found;
}
