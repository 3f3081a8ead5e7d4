import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the home page says, and the one at an address that leads nowhere. */
export const words = wordsOf('client/app/pages', en);
