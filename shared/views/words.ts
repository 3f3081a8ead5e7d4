import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about saved views. */
export const says = sayingsOf('shared/views', en);
