import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** How the feed tells of this feature, and what it says itself. */
export const words = wordsOf('client/organisations/history', en);
