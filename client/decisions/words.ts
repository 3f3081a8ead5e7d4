import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages about what one may do, and why not. */
export const words = wordsOf('client/decisions', en);
