import { sayingsOf } from './words/said.ts';
import { en } from './words.en.ts';

/** What is said of core. */
export const says = sayingsOf('shared/core', en);
