import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The texts of what is asked before an organisation is suspended, locked, deleted and the like. */
export const words = wordsOf('client/organisations/questions', en);
