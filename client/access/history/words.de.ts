import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    assigned: ({ who, place, role }) => parts`${who} hat die Rolle „${role}“ bei ${place} vergeben`,
    changed: ({ who, place, from, to }) =>
      parts`${who} hat eine Rolle bei ${place} von „${from}“ in „${to}“ geändert`,
    changedTo: ({ who, place, to }) =>
      parts`${who} hat eine Rolle bei ${place} in „${to}“ geändert`,
    removed: ({ who, place, role }) => parts`${who} hat die Rolle „${role}“ bei ${place} entzogen`,
    removedOne: ({ who, place }) => parts`${who} hat eine Rolle bei ${place} entzogen`,
  },
} satisfies Words<typeof en>;
