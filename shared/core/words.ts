import { sayingsOf } from './words/said.ts';
import { en } from './words.en.ts';

/** The messages of no feature that server and client share. */
export const says = sayingsOf('shared/core', en);
