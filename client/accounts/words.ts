import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the pages of accounts say. */
export const words = wordsOf('client/accounts', en);
