import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about changes of many rows. */
export const says = sayingsOf('shared/bulk', en);
