import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  reach: { here: 'Nur hier', branch: 'Alles darunter' },
  reachLabel: 'Wie weit die Liste reicht',
  filters: 'Filter',
  clearAll: 'Filter entfernen',
  export: 'Exportieren',
  exportAs: { csv: 'Als CSV', xlsx: 'Als Excel-Arbeitsmappe' },
  shownOf: ({ shown, total }) => `${formats().number(shown)} von ${total}`,

  open: 'Öffnen',
  openInTab: 'In neuem Tab öffnen',
  copyLink: 'Link kopieren',
  linkCopied: 'Der Link ist kopiert',
  linkNotCopied: 'Der Browser hat das Kopieren nicht erlaubt',
  rowKeys: {
    group: 'Listen',
    down: 'Nächste Zeile',
    up: 'Zeile davor',
    select: 'Zeile auswählen',
    open: 'Zeile öffnen',
    actions: 'Was mit der Zeile getan werden kann',
  },

  selected: ({ count }) => `${formats().number(count)} ausgewählt`,
  allSelected: ({ count }) => `Alle ${formats().number(count)} passenden sind ausgewählt`,
  selectAllThatFit: ({ count }) => `Alle ${formats().number(count)} passenden auswählen`,
  clearSelection: 'Auswahl aufheben',
  removedBy: ({ name }) => `Entfernt von ${isolated(name)}`,
  left: ({ name, who }) =>
    `${isolated(name)} ist nicht mehr in der Liste: ${isolated(who)} hat das verschoben oder gelöscht.`,
} satisfies Words<typeof en>;
