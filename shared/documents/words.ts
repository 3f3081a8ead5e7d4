import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

/** The messages about documents. */
export const says = sayingsOf('shared/documents', en);
