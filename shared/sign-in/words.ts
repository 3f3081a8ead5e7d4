import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages of signing in that server and client share. */
export const says = sayingsOf('shared/sign-in', en);
