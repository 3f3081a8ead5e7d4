import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the documents of an organisation. */
export const words = wordsOf('client/documents', en);
