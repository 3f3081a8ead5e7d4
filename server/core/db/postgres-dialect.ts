import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import { rememberFailure, rollBackOr } from './sound-transactions.ts';

/** A statement that is not answered for so long never will be: its connection is given up. */
const LONGEST_STATEMENT_MS = 10_000;
const LONGEST_LABOUR_MS = 3_600_000;

const labour = new AsyncLocalStorage<true>();

/** Statements run that may rightly take long: a migration, the removal of old rows. */
export function laboriously<T>(run: () => Promise<T>): Promise<T> {
  return labour.run(true, run);
}

/**
 * Kysely's PostgreSQL dialect, on a pool that gets every connection back: those that were lost,
 * did not answer in time or could not roll back are thrown away, all others are used again.
 */
export class SoundPostgresDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new SoundPostgresDriver(this.#pool);
  }
}

class SoundPostgresDriver extends PostgresDriver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PooledConnection(await this.#pool.connect());
  }

  override beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    return rememberFailure(connection, () => super.beginTransaction(connection, settings));
  }

  override rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return rollBackOr(
      connection,
      () => super.rollbackTransaction(connection),
      () => {
        (connection as PooledConnection).isSpoiled = true;
      },
    );
  }

  override releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as PooledConnection).release();
    return Promise.resolve();
  }
}

class PooledConnection implements DatabaseConnection {
  /** Whether nobody can use it any more. */
  isSpoiled = false;
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const query = {
      text: sql,
      values: [...parameters],
      query_timeout: labour.getStore() ? LONGEST_LABOUR_MS : LONGEST_STATEMENT_MS,
    };
    try {
      // Several statements in one text answer a list of results, which nobody reads.
      const result: Partial<pg.QueryResult> = await this.#client.query(query);
      const { command = '', rowCount, rows = [] } = result;
      return {
        rows: rows as R[],
        ...(['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command) && {
          numAffectedRows: BigInt(rowCount ?? 0),
        }),
      };
    } catch (error) {
      const isAnswered = error instanceof pg.DatabaseError && error.severity !== 'FATAL';
      if (!isAnswered) this.isSpoiled = true;
      throw error;
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Rows are not streamed.');
  }

  release(): void {
    this.#client.release(this.isSpoiled);
  }
}
