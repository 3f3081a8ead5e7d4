import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about factors. */
export const says = sayingsOf('shared/factors', en);
