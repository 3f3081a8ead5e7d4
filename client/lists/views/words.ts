import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages about saved views. */
export const words = wordsOf('client/lists/views', en);
