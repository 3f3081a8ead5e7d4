import { wordsOf } from '../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the notices, banners and dialogs of temporary access say. */
export const words = wordsOf('client/access-requests', en);
