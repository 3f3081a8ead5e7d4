import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages about accounts that are selected. */
export const words = wordsOf('client/accounts/selection', en);
