import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** What the frame around every page says: the sidebar, the top bar, the palette, the line. */
export const words = wordsOf('client/app/frame', en);
