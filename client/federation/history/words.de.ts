import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    connected: {
      named: ({ who, place, name }) =>
        parts`${who} hat den Identitätsanbieter ${isolated(name)} mit ${place} verbunden`,
      unnamed: ({ who, place }) =>
        parts`${who} hat einen Identitätsanbieter mit ${place} verbunden`,
    },
    deleted: {
      named: ({ who, place, name }) =>
        parts`${who} hat den Identitätsanbieter ${isolated(name)} von ${place} gelöscht`,
      unnamed: ({ who, place }) => parts`${who} hat einen Identitätsanbieter von ${place} gelöscht`,
    },
    changed: {
      named: ({ who, place, name }) =>
        parts`${who} hat den Identitätsanbieter ${isolated(name)} von ${place} geändert`,
      unnamed: ({ who, place }) => parts`${who} hat einen Identitätsanbieter von ${place} geändert`,
    },
    tested: {
      named: ({ who, place, name }) =>
        parts`${who} hat den Identitätsanbieter ${isolated(name)} von ${place} getestet`,
      unnamed: ({ who, place }) => parts`${who} hat einen Identitätsanbieter von ${place} getestet`,
    },
    turnedOn: {
      named: ({ who, place, name }) =>
        parts`${who} hat den Identitätsanbieter ${isolated(name)} von ${place} eingeschaltet`,
      unnamed: ({ who, place }) =>
        parts`${who} hat einen Identitätsanbieter von ${place} eingeschaltet`,
    },
    turnedOff: {
      named: ({ who, place, name }) =>
        parts`${who} hat den Identitätsanbieter ${isolated(name)} von ${place} ausgeschaltet`,
      unnamed: ({ who, place }) =>
        parts`${who} hat einen Identitätsanbieter von ${place} ausgeschaltet`,
    },
  },
} satisfies Words<typeof en>;
