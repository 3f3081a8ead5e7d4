import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const sizeOf = (bytes: number) => {
  if (bytes < 1024) return `${formats().number(bytes)} B`;
  const kibibytes = bytes / 1024;
  if (kibibytes < 1024) return `${formats().number(Math.round(kibibytes))} KB`;
  return `${formats().number(Math.round((kibibytes / 1024) * 10) / 10)} MB`;
};

export const de = {
  noAccess: 'Die Dokumente hier sind für Sie nicht offen',
  title: 'Dokumente',
  none: 'Noch keine Dokumente',
  noneHint:
    'Hier liegen Verträge, Bedingungen und andere Dateien dieser Organisation, jede mit all ihren Versionen.',
  noneToReaders: 'Hier hat noch niemand Verträge, Bedingungen oder andere Dateien hochgeladen.',
  upload: 'Dateien hochladen',
  drop: 'Dateien lassen sich hier auch einfach ablegen.',
  dropNow: 'Loslassen, um hochzuladen.',

  kinds: { contract: 'Vertrag', terms: 'Bedingungen', other: 'Sonstiges' },
  visibilities: { inside: 'Nur Personen hier', shared: 'Personen hier und die Ebenen darüber' },
  version: ({ number }) => `Version ${formats().number(number)}`,
  size: ({ bytes }) => sizeOf(bytes),
  by: ({ name }) => `von ${isolated(name)}`,
  download: ({ name }) => `${isolated(name)} herunterladen`,
  downloadIt: 'Herunterladen',
  more: ({ name }) => `Mehr zu ${isolated(name)}`,
  newVersion: 'Neue Version hochladen',
  versions: 'Versionen',
  versionsOf: ({ name }) => `Versionen von ${isolated(name)}`,
  latest: 'Neueste',
  close: 'Schließen',
  remove: 'Entfernen',
  removedNow: ({ name }) => `${isolated(name)} ist entfernt.`,
  removedDetail: 'Es kann 30 Tage lang wiederhergestellt werden.',
  undo: 'Rückgängig',
  notRemoved: ({ name }) => `${isolated(name)} konnte nicht entfernt werden`,
  notRestored: ({ name }) => `${isolated(name)} konnte nicht wiederhergestellt werden`,
  restore: 'Wiederherstellen',
  restoreIt: ({ name }) => `${isolated(name)} wiederherstellen`,
  removed: ({ count }) =>
    plural(count, {
      one: '1 entferntes Dokument',
      other: `${formats().number(count)} entfernte Dokumente`,
    }),
  removedAt: 'entfernt',

  dialogTitle: ({ count, name }) =>
    plural(count, {
      one: `${isolated(name)} hochladen`,
      other: `${formats().number(count)} Dateien hochladen`,
    }),
  replacing: ({ name }) => `Als neue Version von ${isolated(name)}`,
  kindLabel: 'Was ist es?',
  kindHints: {
    contract: 'Höchstens 25 MB',
    terms: 'Höchstens 10 MB',
    other: 'Auch Tabellen und Folien, höchstens 50 MB',
  },
  visibilityLabel: 'Wer sieht es?',
  visibilityHints: {
    shared: 'Wer hier eine Rolle hat, und die Ebenen darüber, soweit sie hineinsehen dürfen',
    inside: 'Wer an dieser Organisation selbst eine Rolle hat, und niemand darüber',
  },
  start: ({ count }) =>
    plural(count, { one: 'Hochladen', other: `${formats().number(count)} Dateien hochladen` }),
  cancel: 'Abbrechen',
  leftOut: ({ count }) =>
    plural(count, {
      one: 'Diese Datei kann nicht hochgeladen werden:',
      other: `Diese ${formats().number(count)} Dateien können nicht hochgeladen werden:`,
    }),

  underWay: 'Uploads',
  sending: ({ sent, size }) => `${sizeOf(sent)} von ${sizeOf(size)}`,
  states: {
    preparing: 'Wird vorbereitet …',
    waiting: 'Keine Verbindung. Es geht von selbst weiter.',
    paused: 'Angehalten',
    checking: 'Die Datei wird geprüft …',
  },
  progress: ({ name }) => `Fortschritt von ${isolated(name)}`,
  pause: ({ name }) => `${isolated(name)} anhalten`,
  resume: ({ name }) => `Mit ${isolated(name)} weitermachen`,
  stop: ({ name }) => `${isolated(name)} abbrechen`,
  dismiss: ({ name }) => `${isolated(name)} ausblenden`,
  sameAs: ({ name, other }) =>
    `${isolated(name)} ist hochgeladen. Dieselbe Datei liegt hier schon als ${isolated(other)}.`,
} satisfies Words<typeof en>;
