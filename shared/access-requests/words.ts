import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** What is said of access requests. */
export const says = sayingsOf('shared/access-requests', en);
