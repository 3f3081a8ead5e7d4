import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the home page. */
export const words = wordsOf('client/home', en);
