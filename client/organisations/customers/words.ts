import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the list of customers says. */
export const words = wordsOf('client/organisations/customers', en);
