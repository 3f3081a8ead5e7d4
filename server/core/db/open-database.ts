import fs from 'node:fs';
import path from 'node:path';
import { type AnyEntity, type EntityName, type EventSubscriber, MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { AbstractSqlDriver, SqlEntityManager } from '@mikro-orm/sql';
import { migrations } from '../../migrations/migrations.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../env.ts';
import { fillNameColumns } from './name-columns.ts';
import { laboriously } from './postgres-dialect.ts';
import { SoundPostgresDriver } from './postgres-driver.ts';
import { DurableSqliteDialect } from './sqlite-dialect.ts';
import { BindingSqliteDriver } from './sqlite-driver.ts';

export type EntityManager = SqlEntityManager;
export type Database = MikroORM<AbstractSqlDriver, SqlEntityManager>;

/** The lock makes nodes that start at the same time wait for each other on PostgreSQL. */
export const SCHEMA_LOCK = 7_320_010;

/** The name of the SQLite file in the data directory. */
export const SQLITE_FILE = 'canopy.sqlite';

/** What opening a database needs to know of the features above. */
export interface DatabaseParts {
  entities: EntityName<AnyEntity>[];
  subscribers: EventSubscriber[];
}

/**
 * The database that the configuration names is opened: PostgreSQL by its address, else SQLite in
 * the data directory (made where missing). It is not migrated yet.
 */
export async function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  { entities, subscribers }: DatabaseParts,
): Promise<Database> {
  const common = {
    entities,
    subscribers,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, transactional: true, silent: true },
    ignoreUndefinedInQuery: false,
  };
  if (config.databaseUrl) {
    return MikroORM.init<AbstractSqlDriver, SqlEntityManager>({
      ...common,
      driver: SoundPostgresDriver,
      clientUrl: config.databaseUrl,
      pool: { min: 1, max: 10 },
    });
  }
  fs.mkdirSync(config.dataDir, { recursive: true });
  const file = path.join(config.dataDir, SQLITE_FILE);
  return MikroORM.init<AbstractSqlDriver, SqlEntityManager>({
    ...common,
    driver: BindingSqliteDriver,
    dbName: file,
    driverOptions: new DurableSqliteDialect(file),
  });
}

/** Whether the database is PostgreSQL, where transactions run side by side. */
export function isPostgres(em: EntityManager): boolean {
  return em.getDriver() instanceof SoundPostgresDriver;
}

/** A time as a parameter of hand-written SQL: SQLite stores milliseconds. */
export function timeParameter(em: EntityManager, time: Date): Date | number {
  return isPostgres(em) ? time : time.getTime();
}

/**
 * The schema is brought up to date; harmless when it is. Of several nodes that begin at once on one
 * PostgreSQL, one does so, and the others wait for it.
 */
export async function migrate(database: Database): Promise<string[]> {
  return laboriously(() =>
    aloneInDatabase(database, async () => {
      const executed = await database.migrator.getExecuted();
      const known = new Set(migrations.map(({ name }) => name));
      const unknown = executed.map(({ name }) => name).filter((name) => !known.has(name));
      if (unknown.length > 0) {
        throw new CannotStart(
          `The database was migrated by a newer Canopy, which made ${unknown.join(', ')}; this ` +
            `one knows ${migrations.at(-1)?.name ?? 'none'} as the last. Start the newer one.`,
        );
      }
      const done = await database.migrator.up();
      await database.em.fork().transactional((em) => fillNameColumns(em));
      return done.map((migration) => migration.name);
    }),
  );
}

/** Held for as long as its transaction lasts: a pooler may give every other statement elsewhere. */
async function aloneInDatabase<T>(database: Database, run: () => Promise<T>): Promise<T> {
  const em = database.em.fork() as EntityManager;
  if (!isPostgres(em)) return run();
  return em.transactional(async (holder) => {
    await holder.execute('select pg_advisory_xact_lock(?)', [SCHEMA_LOCK]);
    return run();
  });
}
