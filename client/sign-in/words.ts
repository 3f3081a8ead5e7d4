import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the pages of this folder say. */
export const words = wordsOf('client/sign-in', en);
