import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** Names of this feature's records and deeds, as the audit shows them. */
export const words = wordsOf('client/documents/audit', en);
