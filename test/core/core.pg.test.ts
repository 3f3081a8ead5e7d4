import { expect, test } from 'vitest';
import { requireDatabase } from '../../server/core/db/require-database.ts';
import { BadEnvironment } from '../../server/core/env.ts';
import { createTestDatabase } from '../support/database.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();

test('PostgreSQL compares names and paths byte by byte, as SQLite does', async () => {
  const columns = await world.em.execute<{ name: string; collation: string }[]>(
    `select table_name || '.' || column_name as name, collation_name as collation
     from information_schema.columns
     where table_schema = 'public' and column_name in ('sort_name', 'search_text', 'path', 'parent_path')
     order by 1`,
  );

  expect(columns.map(({ name, collation }) => `${name} ${collation}`)).toEqual([
    'accounts.search_text C',
    'accounts.sort_name C',
    'audit_records.path C',
    'changes.path C',
    'deleted_organisations.parent_path C',
    'deleted_organisations.search_text C',
    'organisations.path C',
    'organisations.search_text C',
    'organisations.sort_name C',
  ]);
});

test('a database that does not exist is refused, and not made', async () => {
  const right = (await createTestDatabase()) ?? '';
  const missing = right.replace(/[^/]+$/, 'missing');

  await expect(requireDatabase(right)).resolves.toBeUndefined();
  await expect(requireDatabase(missing)).rejects.toThrow(BadEnvironment);
  await expect(requireDatabase(missing)).rejects.toThrow(/^CANOPY_DATABASE_URL: .*does not exist/);
});
