import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What is said of live data and of edits that wait. */
export const words = wordsOf('client/live', en);
