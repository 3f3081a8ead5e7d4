import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the page of mails and other jobs. */
export const words = wordsOf('client/jobs', en);
