import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What every page may say. */
export const words = wordsOf('client/core', en);
