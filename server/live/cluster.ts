import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';
import type { Server } from 'socket.io';
import type { Log } from '../core/log.ts';

/** A node's part in the cluster's own messages: presence, and nothing that could be data. */
export interface Cluster {
  leave: () => Promise<void>;
}

/**
 * Joins the nodes on one PostgreSQL through Socket.IO's adapter. It carries presence alone:
 * changes and revocations come to each node from the log, in order.
 */
export async function joinCluster(io: Server, databaseUrl: string, log: Log): Promise<Cluster> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'a connection of the cluster was lost');
  });
  pool.on('connect', (client) => {
    // The adapter listens on a client of its own, and an error that nobody hears ends the process.
    client.on('error', (error) => {
      log.warn({ err: error }, 'a connection of the cluster was lost');
    });
  });
  await pool.query(
    `create table if not exists socket_io_attachments
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
