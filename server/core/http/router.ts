import { Hono } from 'hono';
import type { Work } from '../db/work.ts';

/** What every request carries: the door to the database, opened for its caller. */
export interface AppEnv {
  Variables: {
    work: Work;
    /** Whether each answer is held against its contract before it is sent, as tests have it. */
    checksAnswers: boolean;
  };
}

/** A router of one feature; the app mounts it. */
export function createRouter(): Hono<AppEnv> {
  return new Hono<AppEnv>();
}
