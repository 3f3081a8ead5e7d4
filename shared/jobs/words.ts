import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about background jobs. */
export const says = sayingsOf('shared/jobs', en);
