import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the components of the house. */
export const words = wordsOf('client/ui', en);
