import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the dialog for moving an organisation says. */
export const words = wordsOf('client/organisations/move', en);
