import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { morePostgresSuites, postgresSuites } from './support/postgres-suites.ts';

test('the suites for PostgreSQL are there, and each is listed once', () => {
  const all = [...postgresSuites, ...morePostgresSuites];

  expect(all.filter((file) => !existsSync(`${import.meta.dirname}/../${file}`))).toEqual([]);
  expect(all).toEqual([...new Set(all)]);
});
