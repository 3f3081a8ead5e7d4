import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the first load says, whatever page is open: faults, toasts, and signing out. */
export const words = wordsOf('client/app', en);
