import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of federation. */
export const says = sayingsOf('shared/federation', en);
