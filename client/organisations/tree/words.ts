import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the tree says. */
export const words = wordsOf('client/organisations/tree', en);
