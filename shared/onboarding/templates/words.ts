import { sayingsOf } from '../../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about templates of onboardings, as they travel. */
export const says = sayingsOf('shared/onboarding/templates', en);
