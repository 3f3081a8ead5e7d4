import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the pages and dialogs of roles. */
export const words = wordsOf('client/access', en);
