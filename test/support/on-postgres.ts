import { afterAll } from 'vitest';
import { usePostgres } from './database.ts';
import { startPostgres } from './postgres.ts';

/** Imported first by a `.pg.test.ts`: what it imports next runs on PostgreSQL. */
const cluster = await startPostgres();
usePostgres(cluster);
afterAll(() => cluster[Symbol.asyncDispose]());
