import { sayingsOf } from '../words/said.ts';
import { en } from './words.en.ts';

/** Why a job came to nothing. */
export const says = sayingsOf('shared/core/jobs', en);
