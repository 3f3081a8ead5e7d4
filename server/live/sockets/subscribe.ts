import { says } from '../../../shared/core/words.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { Change, Subscribe, Subscribed } from '../../../shared/live/contract.ts';
import { headOf } from '../../core/changes/append-log.ts';
import { Backfill } from '../backfill.ts';
import type { Connection } from './connection.ts';
import { decideSubscription } from './decide-subscription.ts';
import { sourceOf } from '../replay.ts';
import type { SocketParts } from './sockets.ts';

/** The changes in one packet. */
const CHUNK = 1_000;
const MOST_SUBSCRIPTIONS = 500;

/**
 * The server decides what may be followed, backfills what was missed, and cuts over to the live
 * changes. The cutover is one turn of the event loop, in which neither access nor the feed has
 * moved on: what is joined is what was decided, and the backfill ends exactly where live changes
 * begin [L2] [L6].
 */
export function subscribe(
  parts: SocketParts,
  connection: Connection,
  wanted: Subscribe,
): Promise<Subscribed> {
  const { feed, dispatcher } = parts;
  const { since } = wanted;
  return dispatcher.whileAccessHolds(async (requireHeld) => {
    requireRoom(connection, wanted);
    const [subscription, isResumable] = await Promise.all([
      decideSubscription(parts, connection, wanted),
      canResume(parts, wanted),
    ]);
    const reader = { subscription, person: connection.person };
    const backfill = new Backfill(feed, sourceOf(parts), reader, isResumable ? since : undefined);
    while (backfill.isBehind) await backfill.readOn();
    const { missed } = backfill;
    requireHeld();

    dispatcher.outbox.flush();
    connection.follow(subscription);
    dispatcher.presence.greet(connection, subscription);
    sendLater(connection, missed?.slice(CHUNK) ?? []);
    return {
      ok: true,
      topics: subscription.topics,
      head: feed.head,
      epoch: feed.epoch,
      ...(since !== undefined && !missed && { reset: true as const }),
      changes: missed?.slice(0, CHUNK) ?? [],
    };
  });
}

/** Whether everything after `since` is still there; a node that lags behind it catches up first. */
async function canResume(
  { feed, database }: SocketParts,
  { since, epoch }: Subscribe,
): Promise<boolean> {
  if (since === undefined) return false;
  const life = await feed.readLife();
  if (epoch !== undefined && epoch !== life.epoch) return false;
  if (since > feed.head) {
    if (since > (await headOf(database.em.fork()))) return false;
    await feed.reached(since);
  }
  return since >= life.floor;
}

function requireRoom(connection: Connection, { scope, organisationId }: Subscribe): void {
  const { subscriptions } = connection;
  const isKnown = subscriptions.some(
    (entry) => entry.scope === scope && entry.organisationId === organisationId,
  );
  if (!isKnown && subscriptions.length >= MOST_SUBSCRIPTIONS) {
    throw new Refusal('live.subscriptions', says.mostSubscriptions({ most: MOST_SUBSCRIPTIONS }));
  }
}

/**
 * The server sends the rest of a long backfill right behind its acknowledgement, before anything
 * live.
 */
function sendLater({ socket }: Connection, changes: Change[]): void {
  if (changes.length === 0) return;
  process.nextTick(() => {
    for (let at = 0; at < changes.length; at += CHUNK) {
      socket.emit('changes', changes.slice(at, at + CHUNK));
    }
  });
}
