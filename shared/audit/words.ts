import { sayingsOf } from '../core/words/said.ts';
import { en } from './words.en.ts';

export const says = sayingsOf('shared/audit', en);
