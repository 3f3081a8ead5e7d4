import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  noSuchChoice: 'Für Mitteilungen dieser Art gibt es nichts zu wählen.',
} satisfies Words<typeof en>;
