import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the home page, and of the one at an address that leads nowhere. */
export const words = wordsOf('client/app/pages', en);
