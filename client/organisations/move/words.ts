import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the dialog for moving an organisation. */
export const words = wordsOf('client/organisations/move', en);
