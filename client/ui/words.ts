import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the components of the house say. */
export const words = wordsOf('client/ui', en);
