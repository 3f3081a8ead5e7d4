import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of background jobs. */
export const says = sayingsOf('shared/jobs', en);
