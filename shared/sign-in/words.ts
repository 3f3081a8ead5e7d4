import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of sign in. */
export const says = sayingsOf('shared/sign-in', en);
