import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The texts of notes on onboardings. */
export const words = wordsOf('client/onboarding/notes', en);
