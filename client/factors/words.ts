import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What is said of second factors and where they are shown. */
export const words = wordsOf('client/factors', en);
