import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages about changes of many records. */
export const words = wordsOf('client/lists/bulk', en);
