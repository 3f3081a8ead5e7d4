import { wordsOf } from '../../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages about customers that are selected. */
export const words = wordsOf('client/organisations/customers/selection', en);
