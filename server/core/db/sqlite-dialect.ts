import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';

const STATEMENT_CACHE = 500;

/**
 * Kysely's SQLite dialect over `node:sqlite`, with what durability and correctness need:
 * WAL with `synchronous = full` set on every open (SQLite reopens a WAL file with the build's
 * default), and `begin immediate` for transactions that may write, so that a transaction that
 * reads first never fails to become a writer. Prepared statements are kept for re-use.
 */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(file: string) {
    const config = { database: () => Promise.resolve(openDatabase(file)) };
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const sql = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(sql));
  }
}

function openDatabase(file: string) {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  db.exec('pragma cache_size = -65536; pragma temp_store = memory;');
  const cache = new Map<string, ReturnType<typeof wrapStatement>>();
  return {
    prepare(sql: string) {
      const known = cache.get(sql);
      if (known) return known;
      const statement = wrapStatement(db.prepare(sql), sql);
      if (cache.size >= STATEMENT_CACHE) cache.clear();
      cache.set(sql, statement);
      return statement;
    },
    close: () => db.close(),
  };
}

function wrapStatement(statement: StatementSync, sql: string) {
  return {
    reader: /^\s*(select|pragma|explain|with)/i.test(sql) || /\breturning\b/i.test(sql),
    all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters: readonly unknown[]) =>
      statement.iterate(...(parameters as SQLInputValue[])),
  };
}
