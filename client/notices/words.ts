import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the inbox. */
export const words = wordsOf('client/notices', en);
