import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  steps: {
    'administrator-invited': {
      title: 'Die erste Person zum Verwalten einladen',
      why: 'Drinnen muss jemand handeln können.',
    },
    'invitation-accepted': {
      title: 'Die Einladung annehmen',
      why: 'Von da an kann die Organisation selbst handeln.',
    },
    'billing-complete': {
      title: 'Das Abrechnungsprofil vervollständigen',
      why: 'Rechnungen brauchen jemanden, an den sie gehen.',
    },
    'second-factor': {
      title: 'Einen zweiten Faktor einrichten',
      why: 'Ein Passwort allein schützt niemanden, der verwaltet.',
    },
    'mode-chosen': {
      title: 'Entscheiden, wer verwaltet',
      why: 'Entweder handelt die Ebene darüber drinnen, oder nur wer selbst dort verwaltet.',
    },
    'contract-signed': {
      title: 'Den Vertrag unterschreiben',
      why: 'Beide Seiten wissen, was sie einander schulden.',
    },
    'first-partner': {
      title: 'Den ersten Partner anlegen',
      why: 'Distributoren verkaufen über Partner.',
    },
    'first-tenant': {
      title: 'Den ersten Mandanten anlegen',
      why: 'Am ersten Kunden zeigt sich, dass alles geht.',
    },
  },
  states: {
    later: 'Später',
    'not-started': 'Nicht begonnen',
    'in-progress': 'In Arbeit',
    waiting: 'Wartet',
    blocked: 'Blockiert',
    done: 'Erledigt',
    waived: 'Verzichtet',
    failed: 'Fehlgeschlagen',
  },
  sides: {
    platform: 'die Plattform',
    parent: 'die Ebene darüber',
    own: 'die Organisation',
    outside: 'jemand außerhalb',
  },

  progress: ({ done, total }) =>
    `${formats().number(done)} von ${formats().number(total)} Schritten erledigt`,
  allDone: 'Das Onboarding ist abgeschlossen',
  finished: ({ when }) => parts`Der letzte Schritt wurde ${when} erledigt.`,
  started: ({ when }) => parts`Begonnen ${when}`,
  stalled: ({ when }) => parts`Kommt nicht voran seit ${when}`,
  changed: ({ when }) => parts`Zuletzt voran ${when}`,
  waitsOn: ({ name }) => `Wartet auf: ${isolated(name)}`,
  since: ({ when }) => parts`seit ${when}`,
  next: 'Nächster Schritt',
  nextForOthers: ({ name }) => `Als Nächstes dran: ${isolated(name)}`,
  yours: 'Ihre Schritte',
  others: 'Schritte der anderen',
  later: 'Später',
  laterAfter: ({ steps }) => `Nach: ${steps}`,
  closed: ({ count }) =>
    plural(count, {
      one: '1 Schritt erledigt',
      other: `${formats().number(count)} Schritte erledigt`,
    }),
  due: ({ date }) => `Fällig am ${date}`,
  overdue: ({ date }) => `Überfällig seit ${date}`,
  caredForBy: ({ name }) => `${isolated(name)} kümmert sich darum`,
  reopenedTimes: ({ count }) =>
    plural(count, {
      one: 'Einmal wieder geöffnet',
      other: `${formats().number(count)}-mal wieder geöffnet`,
    }),
  openPage: 'Jetzt erledigen',
  lookAtPage: 'Öffnen',
  keepManaged: 'So verwaltet lassen',
  seeEvidence: 'Ansehen',
  complete: 'Als erledigt markieren',
  more: ({ step }) => `Mehr zu ${isolated(step)}`,

  takeOn: 'Selbst darum kümmern',
  release: 'Wieder abgeben',
  chooseOwner: 'Festlegen, wer sich kümmert…',
  setDue: 'Fälligkeit festlegen…',
  waitFor: {
    platform: 'Auf die Plattform warten',
    parent: 'Auf die Ebene darüber warten',
    own: 'Auf die Organisation warten',
    outside: 'Auf jemanden außerhalb warten',
  },
  stopWaiting: 'Nicht mehr warten',
  block: 'Als blockiert markieren…',
  unblock: 'Nicht mehr blockiert',
  waive: 'Verzichten…',
  reopen: 'Wieder öffnen',

  waiveTitle: ({ step }) => `Auf „${step}“ verzichten`,
  waiveBody:
    'Der Schritt zählt als erledigt, mit Ihrem Namen und dem Grund. Er lässt sich wieder öffnen.',
  waiveAction: 'Auf den Schritt verzichten',
  blockTitle: ({ step }) => `„${step}“ ist blockiert`,
  blockBody: 'Beide Seiten sehen den Grund, bis ihn jemand wegnimmt.',
  blockAction: 'Als blockiert markieren',
  reason: 'Grund',
  giveReason: 'Nennen Sie zuerst den Grund.',
  ownerTitle: ({ step }) => `Wer kümmert sich um „${step}“?`,
  ownerBody:
    'Die Person erfährt davon und sieht es auf ihrer Startseite. Ohne Person fällt der Schritt zurück.',
  ownerAction: 'Speichern',
  owner: 'Person',
  typeName: 'Namen eingeben',
  ownerFrom: ({ email, name }) => `${email}, ${isolated(name)}`,
  dueTitle: ({ step }) => `Fälligkeit von „${step}“`,
  dueBody: 'Ohne Datum ist der Schritt nicht befristet.',
  dueAction: 'Fälligkeit festlegen',
  dueDate: 'Fällig am',

  history: 'Verlauf',
  spanFor: ({ step, state }) => `${step}: ${state}`,
  by: ({ name }) => isolated(name),
  noHistory: 'Noch ist nichts geschehen.',

  none: 'Hier gibt es kein Onboarding',
  noneHint:
    'Distributoren, Partner und Mandanten werden in Schritten aufgenommen, die sich von selbst erledigen. Diese Organisation war schon vorher da.',
  noneOfKind: 'Nur Distributoren, Partner und Mandanten werden aufgenommen.',
  start: 'Onboarding beginnen',
  notStarted: 'Das Onboarding wurde nicht begonnen.',
  notSaved: ({ step }) => `„${step}“ wurde nicht geändert.`,
  noAccess: 'Das Onboarding ist für Sie nicht offen',

  outlineTitle: {
    'in-progress': 'Das Onboarding läuft',
    done: 'Das Onboarding ist abgeschlossen',
  },
  outlineHint: 'Sie verwaltet sich selbst; die Schritte sieht nur, wer dort verwaltet.',
} satisfies Words<typeof en>;
