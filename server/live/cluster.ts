import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';
import type { Server } from 'socket.io';
import { SCHEMA_LOCK } from '../core/db/open-database.ts';
import type { Log } from '../core/log.ts';

const LONGEST_CONNECT_MS = 5_000;

/** A node's part in the cluster's own messages: presence, and nothing that could be data. */
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
    // Nor does it give that client back: a pool would be used up after two restarts of PostgreSQL.
    client.once('end', () => {
      giveBack(client);
    });
  });
  await pool.query(
    // In one transaction: of two nodes that do it at once, one would fail.
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
    // nobody used it when it was lost
  }
}
