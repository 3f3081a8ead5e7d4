import pg from 'pg';
import type { Log } from '../core/log.ts';

const CHANNEL = 'canopy_log';
const NOTIFY_EVERY_MS = 5;
const RECONNECT_AFTER_MS = 1_000;

/** How nodes on one PostgreSQL tell each other that the log has grown. */
export interface WakeUp {
  /** Tells the other nodes; at most every few milliseconds, and only that something came. */
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
  const bell = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  bell.on('error', (error) => {
    log.warn({ err: error }, 'the connection that wakes other nodes was lost');
  });
  let listener: pg.Client | undefined;
  let isStopped = false;
  let isRinging = false;
  let retry: NodeJS.Timeout | undefined;

  const listen = async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    listener = client;
    client.on('notification', wake);
    client.on('error', (error) => {
      log.warn({ err: error }, 'the connection that wakes this node was lost');
    });
    client.on('end', () => {
      if (!isStopped) retry = setTimeout(start, RECONNECT_AFTER_MS);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    wake();
  };
  const start = () => {
    listen().catch((error: unknown) => {
      log.warn({ err: error }, 'this node cannot be woken; it polls');
      if (!isStopped) retry = setTimeout(start, RECONNECT_AFTER_MS);
    });
  };
  start();

  return {
    ring() {
      if (isRinging || isStopped) return;
      isRinging = true;
      setTimeout(() => {
        isRinging = false;
        bell.query(`notify ${CHANNEL}`).catch(() => undefined); // the others poll
      }, NOTIFY_EVERY_MS);
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await Promise.allSettled([listener?.end(), bell.end()]);
    },
  };
}
