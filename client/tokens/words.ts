import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the lists and dialogs of API tokens. */
export const words = wordsOf('client/tokens', en);
