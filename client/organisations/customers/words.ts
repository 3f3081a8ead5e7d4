import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the list of customers. */
export const words = wordsOf('client/organisations/customers', en);
