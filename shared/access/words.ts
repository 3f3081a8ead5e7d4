import { sayingsOf } from '../core/words/said.ts';
import { wordsOf } from '../core/words/words.ts';
import { en } from './words.en.ts';

/** Names of roles, and what they may do. */
export const words = wordsOf('shared/access', en);

/** The messages about access. */
export const says = sayingsOf('shared/access', en);
