import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the templates of onboardings. */
export const words = wordsOf('client/onboarding/templates', en);
