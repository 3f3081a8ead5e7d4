import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** How the feed tells of this feature. */
export const words = wordsOf('client/documents/history', en);
