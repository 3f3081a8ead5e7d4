import type { Actor } from '../../shared/access/decide.ts';
import type { Change } from '../../shared/live/contract.ts';
import { changeHash } from '../../shared/live/digest.ts';
import { ChangeRow } from '../core/changes/change.entity.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { IsClosed } from './rooms.ts';
import { isShown, type Subscription } from './subscription.ts';
import { toChange } from './to-change.ts';

/** A stretch of the log: after `from`, up to and with `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** The changes of a stretch as a subscription shows them to this person now [L6]. */
export async function replay(
  em: EntityManager,
  subscription: Subscription,
  actor: Actor,
  { from, to }: Stretch,
  isClosed: IsClosed,
): Promise<Change[]> {
  if (from >= to) return [];
  const mentions = { $like: `%${subscription.organisationId}%` };
  const rows = await em.find(
    ChangeRow,
    {
      seq: { $gt: from, $lte: to },
      topic: { $in: subscription.topics },
      $or: [{ path: mentions }, { pathBefore: mentions }],
    },
    { orderBy: { seq: 'asc' } },
  );
  return rows.flatMap((row) => {
    const { topic } = row;
    if (!topic) return [];
    const shows = (path: string | null) =>
      path !== null && isShown(subscription, actor, topic, path.split('/'), isClosed);
    return toChange(row, { before: shows(row.pathBefore), now: shows(row.path) }) ?? [];
  });
}

/** What client and server compare to know that nothing was missed. */
export function digestOf(changes: readonly Change[]): { count: number; xor: string } {
  const xor = changes.reduce((sum, change) => (sum ^ changeHash(change)) >>> 0, 0);
  return { count: changes.length, xor: xor.toString(16).padStart(8, '0') };
}
