import type { Actor } from '../../shared/access/decide.ts';
import type { Change } from '../../shared/live/contract.ts';
import { changeHash } from '../../shared/live/digest.ts';
import { ChangeRow } from '../core/changes/change.entity.ts';
import { atMost } from '../core/at-most.ts';
import { findRows } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { RecentRows } from './recent-rows.ts';
import type { IsClosed } from './rooms.ts';
import { isShown, type Subscription } from './subscription.ts';
import { toChange } from './to-change.ts';

/** A stretch of the log: after `from`, up to and with `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** Where a replay reads: the end of the log in memory, and what is older in the database. */
export interface ReplaySource {
  em: EntityManager;
  recent: RecentRows;
  isClosed: IsClosed;
}

/** The changes of a stretch as a subscription shows them to this person now [L6]. */
export async function replay(
  { em, recent, isClosed }: ReplaySource,
  subscription: Subscription,
  actor: Actor,
  { from, to }: Stretch,
): Promise<Change[]> {
  if (from >= to) return [];
  const rows =
    recent.between(from, to) ?? (await inTurn(() => readRows(em, subscription, { from, to })));
  return rows.flatMap((row) => {
    const { topic } = row;
    if (!topic) return [];
    const shows = (path: string | null) =>
      path !== null && isShown(subscription, actor, topic, path.split('/'), isClosed);
    return toChange(row, { before: shows(row.pathBefore), now: shows(row.path) }) ?? [];
  });
}

/** Long stretches are read a few at a time, so that a herd of readers leaves room for others. */
const inTurn = atMost(4);

function readRows(em: EntityManager, { organisationId, topics }: Subscription, stretch: Stretch) {
  const mentions = { $like: `%${organisationId}%` };
  return findRows(
    em,
    ChangeRow,
    {
      seq: { $gt: stretch.from, $lte: stretch.to },
      topic: { $in: topics },
      $or: [{ path: mentions }, { pathBefore: mentions }],
    },
    { orderBy: [{ seq: 'asc' }] },
  );
}

/** What client and server compare to know that nothing was missed. */
export function digestOf(changes: readonly Change[]): { count: number; xor: string } {
  const xor = changes.reduce((sum, change) => (sum ^ changeHash(change)) >>> 0, 0);
  return { count: changes.length, xor: xor.toString(16).padStart(8, '0') };
}
