import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';
import type { Server } from 'socket.io';
import { SCHEMA_LOCK } from '../core/db/open-database.ts';
import type { Log } from '../core/log.ts';

const LONGEST_CONNECT_MS = 5_000;

/** A node's membership in the cluster, whose messages carry presence and never data. */
export interface Cluster {
  leave: () => Promise<void>;
}

/**
 * The nodes on one PostgreSQL are joined through Socket.IO's adapter. It carries presence alone:
 * changes and revocations come to each node from the log, in order.
 */
export async function joinCluster(io: Server, databaseUrl: string, log: Log): Promise<Cluster> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    keepAlive: true,
    max: 2,
  });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'a connection of the cluster was lost');
  });
  pool.on('connect', (client) => {
    // The adapter listens on a client of its own, and an error that nobody hears ends the process.
    client.on('error', (error) => {
      log.warn({ err: error }, 'a connection of the cluster was lost');
    });
    // Nor does the adapter release that client: two restarts of PostgreSQL would exhaust the pool.
    client.once('end', () => {
      giveBack(client);
    });
  });
  await pool.query(
    // One transaction, since two nodes that create the table at once would collide.
    `select pg_advisory_xact_lock(${SCHEMA_LOCK});
     create table if not exists socket_io_attachments
       (id bigserial unique, created_at timestamptz default now(), payload bytea)`,
  );
  io.adapter(
    createAdapter(pool, {
      errorHandler: (error) => {
        log.warn({ err: error }, 'the cluster could not be told');
      },
    }),
  );
  return { leave: () => pool.end() };
}

function giveBack(client: pg.PoolClient): void {
  try {
    client.release(true);
  } catch {
    // the client was idle when its connection was lost
  }
}
