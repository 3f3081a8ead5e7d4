import fs from 'node:fs';
import path from 'node:path';
import { type AnyEntity, type EntityName, type EventSubscriber, MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import type { AbstractSqlDriver, SqlEntityManager } from '@mikro-orm/sql';
import { migrations } from '../../migrations/migrations.ts';
import type { Config } from '../env.ts';
import { fillNameColumns } from './name-columns.ts';
import { laboriously } from './postgres-dialect.ts';
import { SoundPostgresDriver } from './postgres-driver.ts';
import { DurableSqliteDialect } from './sqlite-dialect.ts';
import { BindingSqliteDriver } from './sqlite-driver.ts';

export type EntityManager = SqlEntityManager;
export type Database = MikroORM<AbstractSqlDriver, SqlEntityManager>;

/** The name of the SQLite file in the data directory. */
export const SQLITE_FILE = 'canopy.sqlite';

/** What opening a database needs to know of the features above. */
export interface DatabaseParts {
  entities: EntityName<AnyEntity>[];
  subscribers: EventSubscriber[];
}

/**
 * Opens the database that the configuration names: PostgreSQL by its address, else SQLite in
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

/** Brings the schema up to date; harmless when it is. */
export async function migrate(database: Database): Promise<string[]> {
  const done = await laboriously(() => database.migrator.up());
  await database.em.fork().transactional((em) => fillNameColumns(em));
  return done.map((migration) => migration.name);
}
