import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about access requests. */
export const says = sayingsOf('shared/access-requests', en);
