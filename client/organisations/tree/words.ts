import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the tree. */
export const words = wordsOf('client/organisations/tree', en);
