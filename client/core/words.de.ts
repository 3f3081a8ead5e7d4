import { parts } from '../../shared/core/words/parts.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  today: 'Heute',
  yesterday: 'Gestern',
  feed: {
    added: ({ who, place }) => parts`${who} hat zu ${place} einen Eintrag hinzugefügt`,
    removed: ({ who, place }) => parts`${who} hat einen Eintrag von ${place} entfernt`,
    changed: ({ who, place }) => parts`${who} hat einen Eintrag von ${place} geändert`,
  },
} satisfies Words<typeof en>;
