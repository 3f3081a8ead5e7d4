import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about notices. */
export const says = sayingsOf('shared/notices', en);
