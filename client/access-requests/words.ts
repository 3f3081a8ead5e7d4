import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the notices, banners and dialogs of temporary access. */
export const words = wordsOf('client/access-requests', en);
