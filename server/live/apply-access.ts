import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EndReason } from '../../shared/live/contract.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/db/open-database.ts';
import type { Log } from '../core/log.ts';
import type { Connection } from './sockets/connection.ts';
import type { Connections } from './sockets/connections.ts';
import type { Presence } from './presence.ts';
import { type AccessNow, readAccess } from './read-access.ts';

/** Connections whose access is read in one batch; other requests are served between two batches. */
const AT_ONCE = 200;

interface AccessParts {
  database: Database;
  clock: Clock;
  log: Log;
}

/**
 * Access is read again for the given connections, in batches, and handed to `apply`. Where it
 * cannot be read, the connections are closed.
 */
export async function eachAccess(
  { database, clock, log }: AccessParts,
  concerned: readonly Connection[],
  connected: Connections,
  apply: (connection: Connection, access: AccessNow | EndReason) => void,
): Promise<void> {
  for (let at = 0; at < concerned.length; at += AT_ONCE) {
    if (at > 0) await nextTurn();
    const part = concerned.slice(at, at + AT_ONCE);
    try {
      const accessOf = await readAccess(database.em.fork(), part, clock.now());
      for (const connection of part) {
        if (connected.of(connection.socket.id)) apply(connection, accessOf(connection));
      }
    } catch (error) {
      log.error({ err: error }, 'access could not be read: sockets are closed');
      for (const connection of part) connection.end('going-away');
    }
  }
}

/** The presence to update, and the change that caused the new access. */
interface Application {
  presence: Presence;
  cause?: ChangeRow | undefined;
}

/** A connection is moved to the rooms that its new access allows and told so, or is ended. */
export function applyAccess(
  connection: Connection,
  access: AccessNow | EndReason,
  { presence, cause }: Application,
): void {
  if (typeof access === 'string') {
    connection.end(access);
    return;
  }
  if (access.person.accountId !== connection.person.accountId) {
    connection.end('renewed'); // a token taken over by another account: it reconnects as that one
    return;
  }
  const isFelt = access.ended.length > 0 || holdsOtherwise(connection.person, access.person);
  connection.settle(access.person, access.kept);
  presence.recheck(connection);
  connection.socket.emit('access', {
    ...access.view,
    ended: access.ended,
    ...(isFelt &&
      cause && {
        cause: {
          actor: { id: cause.actorId, displayName: cause.actorName },
          at: cause.at.toISOString(),
        },
      }),
  });
}

/**
 * Whether somebody's roles have changed. The author of a change above is named only to those who
 * gained or lost something: a barrier further up does not affect everybody below it.
 */
function holdsOtherwise(before: Connection['person'], now: Connection['person']): boolean {
  const held = ({ grants }: Connection['person']) =>
    grants.map(({ id, role }) => `${id}:${role}`).sort();
  return held(before).join() !== held(now).join();
}
