import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of accounts. */
export const says = sayingsOf('shared/accounts', en);
