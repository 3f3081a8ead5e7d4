import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the onboarding of an organisation. */
export const words = wordsOf('client/onboarding', en);
