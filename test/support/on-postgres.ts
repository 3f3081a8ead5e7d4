import { inject } from 'vitest';
import { usePostgres } from './database.ts';

/** Runs before every test file of the project that is tested on PostgreSQL. */
usePostgres(inject('postgres'));
