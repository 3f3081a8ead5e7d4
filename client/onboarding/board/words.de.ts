import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  title: 'Onboardings',
  board: 'Tafel',
  table: 'Tabelle',
  funnel: 'Trichter',
  funnelHint: 'Onboardings des letzten Jahres, soweit Sie hineinsehen dürfen.',
  fates: { done: 'Erledigt', waived: 'Verzichtet', open: 'Offen', abandoned: 'Aufgegeben' },
  fate: ({ fate, count }) => `${fate}: ${formats().number(count)}`,
  medianDays: ({ days }) =>
    days === 0
      ? 'Median unter einem Tag'
      : plural(days, { one: 'Median 1 Tag', other: `Median ${formats().number(days)} Tage` }),
  medianMore: ({ days }) =>
    plural(days, { one: 'mehr als 1 Tag', other: `mehr als ${formats().number(days)} Tage` }),
  tooFew: 'zu wenige für einen Median',
  ofReached: ({ count }) =>
    plural(count, {
      one: 'von 1, das so weit kam',
      other: `von ${formats().number(count)}, die so weit kamen`,
    }),
  place: ({ name }) => `In ${isolated(name)}`,
  groupBy: ({ by }) => `Spalten: ${by}`,
  by: {
    step: 'Aktueller Schritt',
    waitsOn: 'Wartet auf',
    owner: 'Wer sich kümmert',
    parent: 'Ebene darüber',
  },
  state: 'Stand',
  states: { 'in-progress': 'In Arbeit', done: 'Abgeschlossen', all: 'Alle' },
  waitsOn: 'Wartet auf',
  sides: {
    platform: 'Die Plattform',
    parent: 'Die Ebene darüber',
    own: 'Die Organisation',
    outside: 'Jemand außerhalb',
  },
  stalled: 'Ohne Fortschritt',
  onlyStalled: 'Nur ohne Fortschritt',
  shown: ({ shown, total }) =>
    shown === total
      ? plural(total, {
          one: '1 Onboarding',
          other: `${formats().number(total)} Onboardings`,
        })
      : `${formats().number(shown)} von ${formats().number(total)} Onboardings`,
  moved: ({ count }) =>
    plural(count, { one: '1 bewegt', other: `${formats().number(count)} bewegt` }),
  finished: 'Abgeschlossen',
  nobody: 'Noch niemand',
  noParent: 'Ganz oben',
  due: ({ date }) => `fällig am ${date}`,
  overdue: 'Überfällig',
  columns: {
    organisation: 'Organisation',
    progress: 'Fortschritt',
    step: 'Aktueller Schritt',
    waitsOn: 'Wartet auf',
    owner: 'Wer sich kümmert',
    parent: 'Ebene darüber',
    changed: 'Zuletzt voran',
  },
  selfManaged: 'Selbst verwaltet',
  selfManagedHint: 'Hinter einer Barriere ist nur zu sehen, ob ein Onboarding abgeschlossen ist.',
  outlines: ({ open, done }) =>
    `${formats().number(open)} in Arbeit, ${formats().number(done)} abgeschlossen`,
  none: 'Hier gibt es keine Onboardings',
  noneHint:
    'Jeder Distributor, Partner und Mandant, der darunter angelegt wird, bekommt eines und steht sofort hier.',
  noneLike: 'So ein Onboarding gibt es hier nicht',
  noneLikeHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.',
  clear: 'Filter entfernen',
} satisfies Words<typeof en>;
