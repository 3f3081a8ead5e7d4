import { timeParameter } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/work.ts';
import { Session } from './session.entity.ts';

/**
 * What is asked of an account just grew: whatever is open on its sessions looks again, and ends
 * where a step is owed now.
 */
export async function recheckSessionsOf(tx: Transaction, accountId: string): Promise<void> {
  for (const session of await tx.em.find(Session, { accountId })) session.ruledAt = tx.now;
}

/** The same for everybody without a second factor who is at home, or holds a role, at or below a path. */
export async function recheckSessionsBelow(tx: Transaction, path: string): Promise<void> {
  const below = [path, `${path}/%`];
  const rows = await tx.em.execute<{ token_hash: string }[]>(
    `select s.token_hash from sessions s
     join accounts a on a.id = s.account_id and a.has_second_factor = false
     join organisations h on h.id = a.organisation_id
     where h.path = ? or h.path like ?
        or exists (select 1 from grants g join organisations o on o.id = g.organisation_id
                   where g.account_id = a.id and (o.path = ? or o.path like ?))`,
    [...below, ...below],
  );
  const sessions = await tx.em.find(Session, {
    tokenHash: { $in: rows.map(({ token_hash }) => token_hash) },
  });
  for (const session of sessions) session.ruledAt = tx.now;
}

/** Ends the sessions of everybody at home at or below a path, for good: it is suspended. */
export async function endSessionsBelow(tx: Transaction, path: string): Promise<void> {
  const rows = await tx.em.execute<{ token_hash: string }[]>(
    `select s.token_hash from sessions s
     join accounts a on a.id = s.account_id
     join organisations h on h.id = a.organisation_id
     where (h.path = ? or h.path like ?) and s.expires_at > ?`,
    [path, `${path}/%`, timeParameter(tx.em, tx.now)],
  );
  tx.em.remove(
    await tx.em.find(Session, { tokenHash: { $in: rows.map(({ token_hash }) => token_hash) } }),
  );
}
