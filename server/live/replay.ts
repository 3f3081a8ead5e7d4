import type { Topic } from '../../shared/access/actions.ts';
import type { Change } from '../../shared/live/contract.ts';
import { idsOf } from '../../shared/organisations/path.ts';
import { organisationRecord } from '../../shared/organisations/records.ts';
import { ChangeRow } from '../core/changes/change.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Person } from '../core/db/person.ts';
import { through } from '../organisations/within.ts';
import type { LogReads } from './log-reads.ts';
import type { RecentRows } from './recent-rows.ts';
import type { IsClosed } from './sockets/rooms.ts';
import type { SocketParts } from './sockets/sockets.ts';
import { isShown, type Subscription } from './sockets/subscription.ts';
import { toChange } from './to-change.ts';

/** A stretch of the log: after `from`, up to and with `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** The sources of a replay: the latest rows in memory, older ones in the database. */
export interface ReplaySource {
  em: EntityManager;
  recent: RecentRows;
  reads: LogReads;
  isClosed: IsClosed;
}

/** This node's sources, with an entity manager of their own. */
export function sourceOf({
  database,
  feed,
  dispatcher,
  logReads: reads,
}: SocketParts): ReplaySource {
  return { em: database.em.fork(), recent: feed.recent, reads, isClosed: dispatcher.isClosed };
}

/** The person whom a replay is for, and the subscription it serves. */
export interface Reader {
  subscription: Subscription;
  person: Person;
}

/** A part of a replay: the log's rows, and the changes that the reader gets of them. */
export interface Page {
  changes: Change[];
  rows: readonly Row<ChangeRow>[];
}

/** Whether a reader may now see a topic of the organisation at the end of a path. */
export type Shows = (topic: Topic, path: string) => boolean;

/** The test of what a subscription shows to its person. */
export function sightOf(
  { isClosed }: Pick<ReplaySource, 'isClosed'>,
  { subscription, person }: Reader,
): Shows {
  return (topic, path) => isShown(subscription, person, topic, idsOf(path), isClosed);
}

/** Numbers of the log that are read at a time. */
const PAGE = 500;

/**
 * A stretch of the log is replayed page by page, as a subscription shows it to this person now
 * [L6]. The replay ends early, with `false`, where `take` wants no more.
 */
export async function replay(
  { em, recent, reads, isClosed }: ReplaySource,
  { subscription, person }: Reader,
  { from, to }: Stretch,
  take: (page: Page) => boolean,
): Promise<boolean> {
  if (from >= to) return true;
  const shows = sightOf({ isClosed }, { subscription, person });
  const near = to - from <= PAGE ? recent.between(from, to) : null;
  if (near) return take(shown(near));
  let isWanted = true;
  await reads.run(person.accountId, async (pace) => {
    for (let at = from; at < to && isWanted; at += PAGE) {
      const page = { from: at, to: Math.min(at + PAGE, to) };
      const known = recent.between(page.from, page.to);
      isWanted = take(shown(known ?? (await readRows(em, subscription, page))));
      await pace(page.to - page.from, known !== null);
    }
  });
  return isWanted;

  function shown(rows: readonly Row<ChangeRow>[]): Page {
    const changes = rows.flatMap((row) => {
      const { topic, path, pathBefore } = row;
      if (!topic) return [];
      const before = pathBefore !== null && shows(topic, pathBefore);
      return toChange(row, { before, now: shows(topic, path) }) ?? [];
    });
    return { changes, rows };
  }
}

/** Moves of organisations are read whatever the topics, to detect what they took out of sight. */
function readRows(em: EntityManager, { organisationId, topics }: Subscription, stretch: Stretch) {
  return findRows(
    em,
    ChangeRow,
    {
      seq: { $gt: stretch.from, $lte: stretch.to },
      $and: [
        {
          $or: [
            { topic: { $in: topics } },
            { resource: organisationRecord.name, pathBefore: { $ne: null } },
          ],
        },
        { $or: [through(organisationId), through(organisationId, 'pathBefore')] },
      ],
    },
    { orderBy: [{ seq: 'asc' }] },
  );
}
