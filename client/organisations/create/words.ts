import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the wizard that creates an organisation says. */
export const words = wordsOf('client/organisations/create', en);
