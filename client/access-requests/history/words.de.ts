import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    'break-glass': ({ who, place }) => parts`${who} hat den Notzugriff auf ${place} genutzt`,
    request: ({ who, place }) => parts`${who} hat Zugriff auf ${place} angefragt`,
    approved: ({ who, place }) =>
      parts`${who} hat eine Anfrage nach Zugriff auf ${place} genehmigt`,
    refused: ({ who, place }) => parts`${who} hat eine Anfrage nach Zugriff auf ${place} abgelehnt`,
    withdrawn: ({ who, place }) =>
      parts`${who} hat eine Anfrage nach Zugriff auf ${place} zurückgezogen`,
    lapsed: ({ who, place }) =>
      parts`${who} hat eine unbeantwortete Anfrage nach Zugriff auf ${place} geschlossen`,
    ended: ({ who, place }) => parts`${who} hat den Zugriff auf Zeit auf ${place} beendet`,
    expired: ({ who, place }) => parts`${who} hat einen abgelaufenen Zugriff auf ${place} beendet`,
  },
} satisfies Words<typeof en>;
