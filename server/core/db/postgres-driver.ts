import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { PostgresDialect } from 'kysely';
import pg from 'pg';
import { SoundPostgresDialect } from './postgres-dialect.ts';
import { soundBegin } from './sound-transactions.ts';

/** How long one waits for a connection: for a free one of the pool, or for the server's answer. */
const LONGEST_CONNECT_MS = 5_000;

/** MikroORM's connection on a pool of ours, which is given back every connection. */
class SoundPostgresConnection extends PostgreSqlConnection {
  override createKyselyDialect(overrides: pg.PoolConfig): PostgresDialect {
    const pool = new pg.Pool({
      ...this.mapOptions(overrides),
      connectionTimeoutMillis: LONGEST_CONNECT_MS,
    });
    // An error that nobody hears ends the process. Whoever uses a lost connection is told by their
    // own statement, and the pool throws away those that nobody uses.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return new SoundPostgresDialect(pool);
  }

  override begin(
    options: Parameters<PostgreSqlConnection['begin']>[0] = {},
  ): ReturnType<PostgreSqlConnection['begin']> {
    if (options.ctx) return super.begin(options);
    return soundBegin(() => super.begin(options));
  }
}

/** PostgreSQL, whose transactions give their connections back whatever happens to them. */
export class SoundPostgresDriver extends PostgreSqlDriver {
  override readonly connection: SoundPostgresConnection;

  constructor(config: Configuration) {
    super(config);
    this.connection = new SoundPostgresConnection(config);
  }
}
