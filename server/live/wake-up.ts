import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../core/log.ts';
import { after, runSafely } from '../core/timers.ts';

const CHANNEL = 'canopy_log';
const NOTIFY_EVERY_MS = 5;
const RECONNECT_AFTER_MS = 1_000;
const LONGEST_CONNECT_MS = 5_000;

/** A notification of one's own is heard at once, or never. */
const HEARD_WITHIN_MS = 3_000;

/** How nodes on one PostgreSQL tell each other that the log has grown. */
export interface WakeUp {
  /**
   * The node tells the other nodes; at most every few milliseconds, and only that something came.
   */
  ring: () => void;
  stop: () => Promise<void>;
}

/** Nothing to tell: there is one node. */
export const noWakeUp: WakeUp = { ring: () => undefined, stop: () => Promise.resolve() };

/**
 * LISTEN and an empty NOTIFY after the commit, over connections of their own. It is a bell, not
 * the bus: what was missed by it is found by the feed's poll.
 */
export function listenForWakeUps(databaseUrl: string, wake: () => void, log: Log): WakeUp {
  const options = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    keepAlive: true,
  };
  const bell = new pg.Pool({ ...options, max: 1 });
  bell.on('error', (error) => {
    log.warn({ err: error }, 'the connection that wakes other nodes was lost');
  });
  const stopping = new AbortController();
  let listener: pg.Client | undefined;
  let isRinging = false;

  /** The node listens until the connection is lost. */
  const listen = async () => {
    const client = new pg.Client(options);
    listener = client;
    let isHeard = false;
    const lost = new Promise((resolve) => client.once('end', resolve));
    client.on('notification', () => {
      isHeard = true;
      wake();
    });
    client.on('error', (error) => {
      log.warn({ err: error }, 'the connection that wakes this node was lost');
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    wake();
    ring();
    const deafness = after(HEARD_WITHIN_MS, {
      log,
      failure: 'whether this node is woken could not be looked at',
      run: () => {
        if (!isHeard) log.warn(POLLS);
      },
    });
    await lost;
    deafness.cancel();
  };

  const keepListening = async () => {
    while (!stopping.signal.aborted) {
      await listen().catch((error: unknown) => {
        log.warn({ err: error }, 'this node cannot be woken; it polls');
      });
      await wait(RECONNECT_AFTER_MS, undefined, { signal: stopping.signal, ref: false }).catch(
        () => undefined, // it stops
      );
    }
  };

  function ring(): void {
    if (isRinging || stopping.signal.aborted) return;
    isRinging = true;
    after(NOTIFY_EVERY_MS, {
      log,
      failure: 'the other nodes could not be woken; they poll',
      run: () => {
        isRinging = false;
        return bell.query(`notify ${CHANNEL}`);
      },
    });
  }

  runSafely({ log, failure: 'this node cannot be woken; it polls', run: keepListening });
  return {
    ring,
    async stop() {
      stopping.abort();
      await Promise.allSettled([listener?.end(), bell.end()]);
    },
  };
}

const POLLS =
  'this node is not woken by the database, not even by itself: it polls, and other nodes are ' +
  'not shown who is here. A pooler in transaction mode (pgbouncer) passes no notifications on';
