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

/** So many connections are looked at in one go; requests are served between two. */
const AT_ONCE = 200;

/** What access is read with. */
interface AccessParts {
  database: Database;
  clock: Clock;
  log: Log;
}

/**
 * The server reads what access allows each of the connections now, part by part, and hands it to
 * `apply`.
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

/** What else an application of access needs: who is where, and the change that was the cause. */
interface Application {
  presence: Presence;
  cause?: ChangeRow | undefined;
}

/**
 * The node moves a connection to the rooms that access allows it now and tells it so; or ends it.
 */
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
    connection.end('renewed'); // a token that another account took over: it comes back as that
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
 * Whether somebody holds other roles than before. Who changed a level above is told to those who
 * gained or lost something by it: a barrier further up is nothing to everybody below it.
 */
function holdsOtherwise(before: Connection['person'], now: Connection['person']): boolean {
  const held = ({ grants }: Connection['person']) =>
    grants.map(({ id, role }) => `${id}:${role}`).sort();
  return held(before).join() !== held(now).join();
}
