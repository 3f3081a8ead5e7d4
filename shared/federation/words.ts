import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about federation. */
export const says = sayingsOf('shared/federation', en);
