import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages about live data and of edits that wait. */
export const words = wordsOf('client/live', en);
