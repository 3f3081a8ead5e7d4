import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const steps = (count: number): string =>
  plural(count, { one: '1 Schritt', other: `${formats().number(count)} Schritte` });

export const de = {
  title: 'Onboarding-Vorlagen',
  about:
    'Was zu tun ist, bis ein neuer Distributor, Partner oder Mandant an Bord ist. Neue beginnen mit der neuesten Version.',
  forPlatform: 'Nur für die Plattform',
  forPlatformHint: 'Die Vorlagen gehören der Plattform. Wer sie verwaltet, bearbeitet sie.',
  list: 'Vorlagen',
  kinds: { distributor: 'Distributoren', partner: 'Partner', tenant: 'Mandanten' },
  version: ({ version }) => `Version ${formats().number(version)}`,
  draft: 'Entwurf',
  delivered: 'Mit Canopy geliefert',
  published: ({ by, date }) => `Veröffentlicht am ${date} von ${isolated(by)}`,
  stalls: ({ days }) =>
    plural(days, {
      one: 'Stockt nach 1 Tag ohne Fortschritt',
      other: `Stockt nach ${formats().number(days)} Tagen ohne Fortschritt`,
    }),
  running: ({ count }) =>
    plural(count, {
      one: '1 laufendes Onboarding mit dieser Version',
      other: `${formats().number(count)} laufende Onboardings mit dieser Version`,
    }),
  older: ({ count }) =>
    plural(count, {
      one: '1 mit einer älteren',
      other: `${formats().number(count)} mit älteren`,
    }),

  edit: 'Bearbeiten',
  editing: 'Entwurf der nächsten Version',
  editingAbout:
    'Jedes Feld wird gespeichert, sobald Sie es verlassen, und andere, die verwalten, sehen es. Bis zur Veröffentlichung betrifft der Entwurf niemanden.',
  publish: 'Veröffentlichen …',
  discard: 'Entwurf verwerfen',
  problems: ({ count }) =>
    plural(count, { one: '1 Problem', other: `${formats().number(count)} Probleme` }),
  mendFirst: 'Lösen Sie zuerst die Probleme an den Schritten.',
  nothingChanged: 'Der Entwurf gleicht der veröffentlichten Version.',
  notBegun: 'Der Entwurf ließ sich nicht beginnen',
  notSaved: 'Das ließ sich nicht speichern',

  steps: 'Schritte',
  stallDays: 'Stockt nach Tagen ohne Fortschritt',
  step: ({ number, title }) => `${formats().number(number)}. ${title}`,
  untitled: 'Schritt ohne Titel',
  stepTitle: 'Titel',
  why: 'Warum',
  shownAs: ({ text }) => `Mitgelieferter Text; in Ihrer Sprache gezeigt als: ${text}`,
  side: 'Wer ihn erledigt',
  sides: {
    platform: 'Die Plattform',
    parent: 'Die Ebene darüber',
    own: 'Die Organisation selbst',
    outside: 'Jemand außerhalb',
  },
  fact: 'Erledigt, wenn gilt',
  byHand: 'Jemand schließt ihn von Hand ab',
  facts: {
    'administrator-invited': 'Jemand zum Verwalten ist eingeladen',
    'invitation-accepted': 'Jemand zum Verwalten hat angenommen',
    'billing-complete': 'Das Abrechnungsprofil ist vollständig',
    'second-factor': 'Jemand zum Verwalten hat einen zweiten Faktor',
    'mode-chosen': 'Es ist entschieden, wer verwaltet',
    'first-partner': 'Es gibt einen Partner',
    'first-tenant': 'Es gibt einen Mandanten',
  },
  page: 'Wo er erledigt wird',
  noPage: 'Keine Seite',
  pages: {
    '': 'Überblick',
    details: 'Details',
    billing: 'Abrechnung',
    settings: 'Einstellungen',
    'settings/sign-in': 'Einstellungen: Anmeldung',
    accounts: 'Konten',
    access: 'Zugriff',
    activity: 'Aktivität',
    audit: 'Audit',
    documents: 'Dokumente',
    '/account': 'Das eigene Konto der Person',
  },
  after: 'Kommt nach',
  afterNone: 'Von Anfang an möglich',
  afterThese: ({ titles }) => `Nach: ${formats().list(titles.map((title) => isolated(title)))}`,
  up: ({ step }) => `${isolated(step)} nach oben`,
  down: ({ step }) => `${isolated(step)} nach unten`,
  remove: ({ step }) => `${isolated(step)} entfernen`,
  isFirst: 'Er ist der erste.',
  isLast: 'Er ist der letzte.',
  moved: ({ step, place, of }) =>
    `${isolated(step)} ist Nummer ${formats().number(place)} von ${formats().number(of)}`,
  newStep: 'Ein neuer Schritt',
  newStepHint: 'Was zu tun ist, etwa: Eine Person für Notfälle nennen',
  add: 'Schritt hinzufügen',

  publishTitle: ({ kind, version }) =>
    `Version ${formats().number(version)} für ${kind} veröffentlichen`,
  publishBody:
    'Onboardings, die ab jetzt beginnen, folgen ihr. Laufende behalten ihre Version, bis sie umgestellt werden.',
  publishAction: ({ version }) => `Version ${formats().number(version)} veröffentlichen`,
  ofKinds: { distributor: 'Distributoren', partner: 'Partner', tenant: 'Mandanten' },
  adds: 'Kommt dazu',
  removes: 'Fällt weg',
  changes: 'Ändert sich',
  reorders: 'Die Schritte stehen in anderer Reihenfolge.',
  stallsNow: ({ days }) =>
    plural(days, {
      one: 'Onboardings stocken nach 1 Tag.',
      other: `Onboardings stocken nach ${formats().number(days)} Tagen.`,
    }),
  wasPublished: ({ version }) => `Version ${formats().number(version)} ist veröffentlicht`,
  discardTitle: 'Den Entwurf verwerfen?',
  discardBody:
    'Was Sie und andere seit der veröffentlichten Version geändert haben, geht verloren.',
  discardAction: 'Entwurf verwerfen',

  move: 'Umstellen …',
  moveTitle: ({ version }) => `Onboardings auf Version ${formats().number(version)} umstellen`,
  moveAbout:
    'Schritte behalten, was gesagt und getan wurde. Was aus wegfallenden Schritten wurde, bleibt im Verlauf. Selbst verwaltete Organisationen behalten ihre Version.',
  moveAction: ({ count }) =>
    plural(count, {
      one: '1 Onboarding umstellen',
      other: `${formats().number(count)} Onboardings umstellen`,
    }),
  chooseSome: 'Wählen Sie Onboardings zum Umstellen.',
  looking: 'Es wird nachgesehen, was aus jedem würde …',
  noneToMove: 'Kein Onboarding, das Sie sehen, läuft mit einer älteren Version.',
  from: ({ version }) => `von Version ${formats().number(version)}`,
  gains: ({ titles }) => `Dazu: ${formats().list(titles.map((title) => isolated(title)))}`,
  loses: ({ titles }) => `Weg: ${formats().list(titles.map((title) => isolated(title)))}`,
  reopens: ({ titles }) =>
    `Wieder offen: ${formats().list(titles.map((title) => isolated(title)))}`,
  keeps: ({ count, done }) => `Behält ${steps(count)}, davon ${formats().number(done)} erledigt`,
  doneStep: ({ title }) => `${title} (erledigt)`,
} satisfies Words<typeof en>;
