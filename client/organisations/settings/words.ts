import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the settings of an organisation say. */
export const words = wordsOf('client/organisations/settings', en);
