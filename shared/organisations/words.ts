import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about the tree and of what organisations tell of themselves. */
export const says = sayingsOf('shared/organisations', en);
