import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of tokens. */
export const says = sayingsOf('shared/tokens', en);
