import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of one's own account, and of setting Canopy up. */
export const words = wordsOf('client/accounts/own', en);
