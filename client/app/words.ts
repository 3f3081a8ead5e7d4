import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the first load, whatever page is open: faults, toasts, and signing out. */
export const words = wordsOf('client/app', en);
