import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the pages and dialogs of roles say. */
export const words = wordsOf('client/access', en);
