import { formats } from '../core/words/formats.ts';
import { plural } from '../core/words/plural.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  onlyWaiting: 'Nur ein wartender Auftrag kann abgebrochen werden.',
  onlyEnded:
    'Nur ein Auftrag, der fehlschlug, abgebrochen wurde oder ungewiss ist, kann wiederholt werden.',
  haveFailed: ({ count }) =>
    plural(count, {
      one: '1 Auftrag ist fehlgeschlagen.',
      other: `${formats().number(count)} Aufträge sind fehlgeschlagen.`,
    }),
  areUncertain: ({ count }) =>
    plural(count, {
      one: '1 Auftrag wurde vielleicht ausgeführt, vielleicht nicht.',
      other: `${formats().number(count)} Aufträge wurden vielleicht ausgeführt, vielleicht nicht.`,
    }),
} satisfies Words<typeof en>;
