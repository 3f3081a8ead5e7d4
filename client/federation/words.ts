import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the pages of identity providers and connected sign-ins. */
export const words = wordsOf('client/federation', en);
