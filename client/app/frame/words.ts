import { wordsOf } from '../../../shared/core/words/words.ts';
import { en } from './words.en.ts';

/** The messages of the frame around every page: the sidebar, the top bar, the palette, the line. */
export const words = wordsOf('client/app/frame', en);
