import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { budgets, guessable } from '../../../server/core/bounds/bounds.ts';
import { shareWorld } from '../../support/world.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/bounds.md'), 'utf8');
const named = new Set([...page.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
const world = await shareWorld();

test('every budget, and every secret that is guessed at, is on the page of bounds', () => {
  const missing = [...Object.keys(budgets), ...Object.keys(guessable)].filter(
    (name) => !named.has(name),
  );

  expect(missing).toEqual([]);
});

test('every table is on the page of bounds, with what bounds it', async () => {
  const tables = await world.em.execute<{ name: string }[]>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'mikro_%'",
  );

  expect(tables.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});
