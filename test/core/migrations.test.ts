import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Database, migrate, openDatabase } from '../../server/core/db/open-database.ts';
import { entities } from '../../server/features.ts';
import { createTestDatabase, isOnPostgres } from '../support/database.ts';

const folder = await mkdtemp(join(tmpdir(), 'canopy-migrations-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(name: string): Promise<Database & AsyncDisposable> {
  const databaseUrl = await createTestDatabase();
  const config = { dataDir: join(folder, name), databaseUrl };
  const database = await openDatabase(config, { entities, subscribers: [] });
  return Object.assign(database, { [Symbol.asyncDispose]: () => database.close(true) });
}

describe('the migrations', () => {
  test('make the schema that the entities describe', async () => {
    await using migrated = await open('migrated');
    await using described = await open('described');

    await migrate(migrated);
    await described.schema.create();

    expect(await schemaOf(migrated)).toEqual(await schemaOf(described));
  });

  test('do nothing where they were done', async () => {
    await using database = await open('twice');

    const first = await migrate(database);
    const second = await migrate(database);

    expect(first.length).toBeGreaterThan(0);
    expect(second).toEqual([]);
  });
});

type Row = Record<string, unknown>;

/** Every column and index, in words; but not who made them, nor collations, which no entity knows. */
async function schemaOf(database: Database): Promise<string[]> {
  const em = database.em.fork();
  const rows = await em.execute<Row[]>(isOnPostgres() ? POSTGRES_SCHEMA : SQLITE_SCHEMA);
  return rows.map((row) => Object.values(row).join(' '));
}

const SQLITE_SCHEMA = `
  select m.name || '.' || c.name, c.type, c."notnull", c.dflt_value, c.pk
  from sqlite_master m join pragma_table_info(m.name) c
  where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'mikro_orm_migrations'
  union all
  select m.name || ' by ' || i.name, i."unique", i.origin,
         (select group_concat(name) from pragma_index_info(i.name)), ''
  from sqlite_master m join pragma_index_list(m.name) i
  where m.type = 'table' and m.name <> 'mikro_orm_migrations'
  order by 1`;

const POSTGRES_SCHEMA = `
  select table_name || '.' || column_name, data_type, character_maximum_length,
         datetime_precision, is_nullable, column_default
  from information_schema.columns
  where table_schema = 'public' and table_name <> 'mikro_orm_migrations'
  union all
  select tablename || ' by ' || indexname, indexdef, 0, 0, '', ''
  from pg_indexes where schemaname = 'public' and tablename <> 'mikro_orm_migrations'
  order by 1`;
