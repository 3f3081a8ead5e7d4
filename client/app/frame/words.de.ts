import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const newKinds = {
  distributor: 'Neuer Distributor',
  partner: 'Neuer Partner',
  folder: 'Neuer Ordner',
  tenant: 'Neuer Mandant',
  unit: 'Neue Einheit',
};

export const de = {
  skip: 'Zum Inhalt springen',
  homeLink: 'Canopy, Startseite',
  pages: 'Seiten',
  home: 'Startseite',
  toLookAt: 'für Sie zu prüfen',
  audit: 'Audit',
  inbox: 'Posteingang',
  onboardings: 'Onboardings',
  onboardingTemplates: 'Onboarding-Vorlagen',
  operations: 'Betrieb',
  roles: 'Rollen',
  checkAccess: 'Zugriff prüfen',
  yourAccount: 'Ihr Konto',
  pageTitle: ({ title }) => `${isolated(title)} · Canopy`,
  newKinds,
  sidebarWidth: 'Breite der Seitenleiste',
  showOrganisations: 'Organisationen anzeigen',
  search: 'Suche',

  looks: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  roleTable: 'Was jede Rolle darf',
  signOut: 'Abmelden',

  searchAndDo: 'Suchen und ausführen',
  goHome: 'Zur Startseite',
  undoLast: 'Letzte gespeicherte Änderung rückgängig machen',
  filterTree: 'Baum filtern',
  showShortcuts: 'Tastenkürzel anzeigen',

  useDark: 'Dunkle Darstellung verwenden',
  useLight: 'Helle Darstellung verwenden',
  undo: ({ what }) => `Rückgängig machen: ${what}`,
  newBelow: ({ kind, name }) => `${newKinds[kind]} unter ${isolated(name)}`,
  viewOf: ({ view, name }) => `${view} von ${isolated(name)}`,
  findOrDo: 'Organisation, Person oder Aktion suchen',
  didYouMean: ({ where }) => `Meinten Sie das? ${where}`,
  found: 'Gefunden',
  searchFailed: 'Die Suche kam nicht durch. Tippen Sie weiter, um es erneut zu versuchen.',
  nothingFits: ({ typed }) => `Nichts passt zu „${isolated(typed)}“.`,

  line: {
    live: 'Live',
    'catching-up': 'Wird aufgeholt',
    connecting: 'Wird verbunden',
    offline: 'Offline',
    blocked: 'Live-Aktualisierung blockiert',
    refused: 'Abgemeldet',
  },
  editsWaiting: ({ count }) =>
    plural(count, {
      one: '1 Änderung wartet',
      other: `${formats().number(count)} Änderungen warten`,
    }),
  editsNotSaved: ({ count }) =>
    plural(count, {
      one: '1 Änderung nicht gespeichert',
      other: `${formats().number(count)} Änderungen nicht gespeichert`,
    }),
  tryNow: 'Jetzt versuchen',
  connection: 'Die Verbindung',
  isCurrent: 'Was Sie sehen, ist aktuell',
  liveSince: ({ when }) =>
    parts`Änderungen anderer erscheinen hier, sobald sie gespeichert sind. Live seit: ${when}.`,
  catchingUpLead:
    'Die Verbindung ist wieder da. Was inzwischen geschah, wird nachgeholt; nichts wird ausgelassen.',
  connectingLead:
    'Die Seite funktioniert schon; Änderungen anderer erscheinen, sobald die Verbindung steht.',
  notConnected: 'Nicht verbunden',
  outOfDate: ({ when }) =>
    parts`Was Sie sehen, ist vielleicht nicht mehr aktuell (Verbindung verloren: ${when}). Was Sie ändern, bleibt erhalten und wird gespeichert, sobald die Verbindung wieder da ist. Canopy versucht es weiter.`,
  blocked: 'Live-Aktualisierungen sind blockiert',
  readAgain: ({ seconds, when }) =>
    parts`Canopy antwortet, aber etwas dazwischen, etwa ein Proxy, lehnt die Verbindung für Live-Aktualisierungen ab. Was Sie ändern, wird sofort gespeichert. Was Sie sehen, wird alle ${formats().number(seconds)} Sekunden neu gelesen, zuletzt ${when}.`,
  sessionEnded: 'Diese Sitzung ist beendet',
  signInAgain: 'Melden Sie sich erneut an, um fortzufahren.',

  myServices: 'Meine Dienste',
  servicesLink: 'Canopy, meine Dienste',
  noServices: 'Für Sie gibt es noch keine Dienste',
  noServicesLead:
    'Hier erscheinen die Dienste, die Ihre Organisation für Sie freigibt. Sie müssen nichts tun; wer Sie eingeladen hat, kann Ihnen mehr sagen.',
} satisfies Words<typeof en>;
