import { isolated } from '../../../shared/core/isolated.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  feed: {
    addedMachine: ({ who, place, name }) =>
      parts`${who} hat das Maschinenkonto ${isolated(name)} zu ${place} hinzugefügt`,
    invited: ({ who, place, name }) => parts`${who} hat ${isolated(name)} zu ${place} eingeladen`,
    deleted: ({ who, place, name }) =>
      parts`${who} hat das Konto von ${isolated(name)} bei ${place} gelöscht`,
    renamed: ({ who, place, name, was }) =>
      parts`${who} hat das Konto ${isolated(was)} von ${place} in ${isolated(name)} umbenannt`,
    renamedTo: ({ who, place, name }) =>
      parts`${who} hat ein Konto von ${place} in ${isolated(name)} umbenannt`,
    accepted: ({ who, place }) => parts`${who} hat die Einladung zu ${place} angenommen`,
    deletedOne: ({ who, place }) => parts`${who} hat ein Konto von ${place} gelöscht`,
    locked: ({ who, place }) =>
      parts`${who} hat ein Konto von ${place} nach fehlgeschlagenen Anmeldungen gesperrt`,
    unlocked: ({ who, place }) => parts`${who} hat ein Konto von ${place} entsperrt`,
    disabled: ({ who, place }) => parts`${who} hat ein Konto von ${place} deaktiviert`,
    enabled: ({ who, place }) => parts`${who} hat ein Konto von ${place} aktiviert`,
  },
} satisfies Words<typeof en>;
