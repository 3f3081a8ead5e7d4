import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about onboardings. */
export const says = sayingsOf('shared/onboarding', en);
