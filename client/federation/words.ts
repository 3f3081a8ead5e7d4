import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the pages of identity providers and connected sign-ins say. */
export const words = wordsOf('client/federation', en);
