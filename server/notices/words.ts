import { mailWordsOf } from '../core/mail-words.ts';
import { en } from './words.en.ts';

export const words = mailWordsOf('server/notices', en);
