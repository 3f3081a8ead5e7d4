import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  title: 'Betrieb',
  about:
    'E-Mails und andere Aufgaben, die neben Anfragen laufen. Was fehlgeschlagen ist, nennt den Grund und kann wiederholt werden.',
  show: 'Anzeigen',
  all: 'Alles',
  kinds: { mail: 'E-Mail', 'check-upload': 'Prüfung einer Datei' },
  states: {
    queued: 'Wartet',
    running: 'Läuft',
    done: 'Erledigt',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
    uncertain: 'Ungewiss',
  },
  uncertainHint:
    'Möglicherweise wurde sie versendet, bevor der Server anhielt. Sie wird nicht von selbst wiederholt, damit niemand sie zweimal erhält.',
  columns: {
    what: 'Was',
    state: 'Status',
    error: 'Ergebnis',
    tried: 'Versuche',
    queued: 'Eingereiht',
  },
  tried: ({ count }) => plural(count, { one: 'Einer', other: formats().number(count) }),
  notTried: 'Noch keiner',
  repeat: ({ what }) => `${isolated(what)} wiederholen`,
  cancel: ({ what }) => `${isolated(what)} abbrechen`,
  none: 'Noch nichts eingereiht',
  noneHint: 'E-Mails erscheinen hier, sobald sie eingereiht sind, dreißig Tage lang.',
  noneSuch: 'Nichts in diesem Status.',
  earlier: 'Ältere anzeigen',
  notChanged: 'Das ließ sich nicht ändern',
  counts: ({ done, failed, total }) =>
    failed > 0
      ? `${formats().number(done)} von ${formats().number(total)} erledigt, ${formats().number(failed)} nicht.`
      : `${formats().number(done)} von ${formats().number(total)} erledigt.`,
  outcomes: ({ what }) => `Was aus jeder Zeile wurde: ${isolated(what)}`,
  deeds: {
    'bulk.start': 'Eine Änderung vieler Einträge begonnen',
    'job.cancel': 'Eine Aufgabe abgebrochen',
    'job.retry': 'Eine Aufgabe wiederholt',
  },
} satisfies Words<typeof en>;
