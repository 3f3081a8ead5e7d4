import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about tokens. */
export const says = sayingsOf('shared/tokens', en);
