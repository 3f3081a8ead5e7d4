import { mailWordsOf } from './mail-words.ts';
import { en } from './words.en.ts';

export const words = mailWordsOf('server/core', en);
