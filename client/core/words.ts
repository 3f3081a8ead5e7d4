import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages that every page may show. */
export const words = wordsOf('client/core', en);
