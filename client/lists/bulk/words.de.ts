import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

type Counted = { count: number };

const organisations = (count: number): string =>
  plural(count, { one: '1 Organisation', other: `${formats().number(count)} Organisationen` });

const accounts = (count: number): string =>
  plural(count, { one: '1 Konto', other: `${formats().number(count)} Konten` });

export const de = {
  kinds: {
    'bulk.suspend': ({ count }: Counted) => `${organisations(count)} aussetzen`,
    'bulk.activate': ({ count }: Counted) => `${organisations(count)} aktivieren`,
    'bulk.move': ({ count }: Counted) => `${organisations(count)} verschieben`,
    'bulk.lock': ({ count }: Counted) => `${organisations(count)} sperren`,
    'bulk.unlock': ({ count }: Counted) => `${organisations(count)} entsperren`,
    'bulk.move-over': ({ count }: Counted) =>
      plural(count, {
        one: '1 Onboarding umstellen',
        other: `${formats().number(count)} Onboardings umstellen`,
      }),
    'bulk.grant': ({ count }: Counted) => `${accounts(count)} eine Rolle geben`,
    'bulk.disable': ({ count }: Counted) => `${accounts(count)} deaktivieren`,
    'bulk.enable': ({ count }: Counted) => `${accounts(count)} aktivieren`,
  },

  looking: 'Jede Zeile wird angesehen …',
  notLooked: 'Es ließ sich nicht feststellen, was daraus würde.',
  allCan: ({ count }) =>
    plural(count, {
      one: 'Dem steht nichts im Weg.',
      other: `Alle ${formats().number(count)} können geändert werden.`,
    }),
  someCan: ({ allowed, count }) =>
    `${formats().number(allowed)} von ${formats().number(count)} können geändert werden.`,
  noneCan: 'Nichts davon kann geändert werden.',
  cannot: ({ count }) => `${formats().number(count)} nicht:`,
  gone: ({ count }) =>
    plural(count, {
      one: '1 gibt es nicht mehr, oder sie ist für Sie nicht sichtbar.',
      other: `${formats().number(count)} gibt es nicht mehr, oder sie sind für Sie nicht sichtbar.`,
    }),
  named: ({ names, more }) => {
    const shown = names.map((name) => isolated(name));
    const rest = more > 0 ? [`${formats().number(more)} weitere`] : [];
    return formats().list([...shown, ...rest]);
  },

  runs: 'Änderungen vieler Einträge',
  progress: ({ done, total }) => `${formats().number(done)} von ${formats().number(total)}`,
  waiting: 'Wartet, bis es an der Reihe ist',
  allDone: ({ count }) =>
    plural(count, { one: '1 erledigt.', other: `Alle ${formats().number(count)} erledigt.` }),
  someDone: ({ done, failed }) =>
    `${formats().number(done)} erledigt, ${formats().number(failed)} nicht.`,
  cancelled: ({ done, total }) =>
    `Abgebrochen nach ${formats().number(done)} von ${formats().number(total)}.`,
  stopped: ({ done, total }) =>
    `Angehalten nach ${formats().number(done)} von ${formats().number(total)}.`,
  cancel: 'Abbrechen',
  notCancelled: 'Das konnte nicht abgebrochen werden',
  dismiss: 'Ausblenden',
  seeWhy: 'Welche und warum',

  outcomesOf: ({ what }) => `${what}: was aus jeder Zeile wurde`,
  names: { done: 'Erledigt', refused: 'Abgelehnt', failed: 'Fehlgeschlagen', missing: 'Nicht da' },
  outOfSight: 'Gibt es nicht mehr, oder ist für Sie nicht sichtbar',
  noOutcomes: 'Noch keine Zeile hat ein Ergebnis.',
  more: 'Mehr anzeigen',
  close: 'Schließen',
} satisfies Words<typeof en>;
