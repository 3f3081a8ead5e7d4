import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages that all lists share. */
export const words = wordsOf('client/lists', en);
