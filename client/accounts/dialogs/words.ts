import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the dialogs about accounts. */
export const words = wordsOf('client/accounts/dialogs', en);
