import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the page of mails and other jobs says. */
export const words = wordsOf('client/jobs', en);
