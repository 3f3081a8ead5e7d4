import { isolated } from '../../../shared/core/isolated.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  views: 'Ansichten',
  changed: ({ name }) => `${isolated(name)}, geändert`,
  sharedView: ({ name }) => `${isolated(name)} (geteilt)`,
  saveAs: 'Als Ansicht speichern …',
  replace: ({ name }) => `„${isolated(name)}“ ersetzen`,
  rename: ({ name }) => `„${isolated(name)}“ umbenennen …`,
  beginWith: ({ name }) => `Mit „${isolated(name)}“ beginnen`,
  delete: ({ name }) => `„${isolated(name)}“ löschen`,
  notDone: 'Die Ansicht wurde nicht geändert',
  partLost: ({ name }) =>
    `Ein Teil von „${isolated(name)}“ entfällt: Einen ihrer Filter gibt es nicht mehr.`,
  saveTitle: 'Ansicht speichern',
  saveAbout:
    'Sie hält Suche, Filter, Reihenfolge, Spalten und Reichweite der Liste fest, wie sie jetzt sind.',
  renameTitle: 'Ansicht umbenennen',
  name: 'Name',
  nameMissing: 'Geben Sie der Ansicht einen Namen.',
  whose: 'Wer sie sieht',
  own: 'Nur Sie',
  shared: 'Alle, die diese Liste sehen dürfen',
  save: 'Ansicht speichern',
  saveName: 'Namen speichern',
  cancel: 'Abbrechen',
} satisfies Words<typeof en>;
