import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    uploaded: ({ who, place }) => parts`${who} hat ein Dokument bei ${place} hochgeladen`,
    replaced: ({ who, place }) =>
      parts`${who} hat eine neue Version eines Dokuments von ${place} hochgeladen`,
    removed: ({ who, place }) => parts`${who} hat ein Dokument von ${place} entfernt`,
    restored: ({ who, place }) => parts`${who} hat ein Dokument von ${place} wiederhergestellt`,
    purged: ({ who, place }) =>
      parts`${who} hat ein Dokument von ${place} gelöscht, das vor 30 Tagen entfernt wurde`,
  },
} satisfies Words<typeof en>;
