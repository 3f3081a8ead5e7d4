import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about people's own choices. */
export const says = sayingsOf('shared/people', en);
