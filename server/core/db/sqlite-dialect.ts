import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDatabase,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { folded } from '../../../shared/core/folded.ts';
import { rememberFailure, rollBackOr } from './sound-transactions.ts';

const STATEMENT_CACHE = 500;

/** At the start nobody is kept waiting yet. */
const OPEN_WITHIN_MS = 5_000;

/**
 * Kysely's SQLite dialect over `node:sqlite`, with what durability and correctness need:
 * WAL with `synchronous = full` set on every open (SQLite reopens a WAL file with the build's
 * default), and `begin immediate` for transactions that may write, so that a transaction that
 * reads first never fails to become a writer. Prepared statements are kept for re-use.
 */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #file: string;

  constructor(file: string) {
    super({ database: () => Promise.resolve(new Connection(file)) });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#file);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #opened: () => Connection | undefined;

  constructor(file: string) {
    let opened: Connection | undefined;
    super({ database: () => Promise.resolve((opened = new Connection(file))) });
    this.#opened = () => opened;
  }

  override beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const sql = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    return rememberFailure(connection, async () => {
      await connection.executeQuery(CompiledQuery.raw(sql));
    });
  }

  /** On a full disk SQLite has rolled back by itself, and there is nothing left to roll back. */
  override rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return rollBackOr(
      connection,
      () => super.rollbackTransaction(connection),
      () => this.#opened()?.endTransaction(),
    );
  }
}

/** The file as Kysely uses it: statements are prepared once. */
class Connection implements SqliteDatabase {
  readonly #file: string;
  #db: DatabaseSync;
  #statements = new Map<string, SqliteStatement>();

  constructor(file: string) {
    this.#file = file;
    this.#db = openFile(file);
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = wrapStatement(this.#db.prepare(sql), sql);
    if (this.#statements.size >= STATEMENT_CACHE) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Closing the file ends a transaction that ends in no other way. */
  endTransaction(): void {
    if (!this.#db.isTransaction) return;
    this.#statements.clear();
    this.#db.close();
    this.#db = openFile(this.#file);
  }

  close(): void {
    this.#db.close();
  }
}

function openFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: OPEN_WITHIN_MS });
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  db.exec('pragma cache_size = -65536; pragma temp_store = memory;');
  db.function('canopy_folded', { deterministic: true }, (text) => folded(String(text)));
  // SQLite waits by holding up the whole process. Whoever can wait does so in `soundBegin`.
  db.exec('pragma busy_timeout = 0;');
  return db;
}

function wrapStatement(statement: StatementSync, sql: string): SqliteStatement {
  return {
    reader: /^\s*(select|pragma|explain|with)/i.test(sql) || /\breturning\b/i.test(sql),
    all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters: readonly unknown[]) =>
      statement.iterate(...(parameters as SQLInputValue[])),
  };
}
