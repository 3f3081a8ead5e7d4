import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../core/log.ts';
import { after, runSafely } from '../core/timers.ts';

const CHANNEL = 'canopy_log';
const NOTIFY_EVERY_MS = 5;
const RECONNECT_AFTER_MS = 1_000;
const LONGEST_CONNECT_MS = 5_000;

/** The time within which a node hears its own notification, if it ever does. */
const HEARD_WITHIN_MS = 3_000;

/** The wake-up calls by which nodes on one PostgreSQL notify each other that the log has grown. */
export interface WakeUp {
  /** The other nodes are woken, at most every few milliseconds; the call carries no data. */
  ring: () => void;
  stop: () => Promise<void>;
}

/** The wake-up of a single node, which has nobody to call. */
export const noWakeUp: WakeUp = { ring: () => undefined, stop: () => Promise.resolve() };

/**
 * Wake-ups by LISTEN and an empty NOTIFY after the commit, over connections of their own. They
 * carry no changes: what a lost notification announced is found by the feed's poll.
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

  /** The node listens until this connection is lost. */
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
