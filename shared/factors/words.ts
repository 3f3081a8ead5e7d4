import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of factors. */
export const says = sayingsOf('shared/factors', en);
