import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the lists and dialogs of API tokens say. */
export const words = wordsOf('client/tokens', en);
