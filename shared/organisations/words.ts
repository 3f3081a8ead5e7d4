import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of the tree and of what organisations tell of themselves. */
export const says = sayingsOf('shared/organisations', en);
