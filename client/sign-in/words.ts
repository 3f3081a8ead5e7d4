import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the pages of this folder. */
export const words = wordsOf('client/sign-in', en);
