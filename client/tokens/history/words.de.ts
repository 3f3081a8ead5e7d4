import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    created: ({ who, place, name }) =>
      parts`${who} hat das API-Token ${isolated(name)} für ${place} erstellt`,
    transferred: ({ who, place, name }) =>
      parts`${who} hat das API-Token ${isolated(name)} von ${place} übertragen`,
    revoked: ({ who, place, name }) =>
      parts`${who} hat das API-Token ${isolated(name)} von ${place} widerrufen`,
    revokedOne: ({ who, place }) => parts`${who} hat ein API-Token von ${place} widerrufen`,
  },
} satisfies Words<typeof en>;
