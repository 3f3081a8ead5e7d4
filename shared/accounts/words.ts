import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about accounts. */
export const says = sayingsOf('shared/accounts', en);
