import { parts, within } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  preferences: 'Einstellungen',
  preferencesLead: 'Nur für Sie. Auch E-Mails an Sie richten sich danach.',
  language: 'Sprache',
  timeZone: 'Zeitzone',
  timeZoneHelp: ({ time }) => `Dort ist es jetzt ${time} Uhr.`,
  formats: 'Datum und Zahlen',
  asBrowser: 'Wie im Browser',
  formatLocales: {
    'en-GB': 'Englisch (Vereinigtes Königreich)',
    'en-US': 'Englisch (USA)',
    'de-DE': 'Deutsch (Deutschland)',
    'de-AT': 'Deutsch (Österreich)',
    'de-CH': 'Deutsch (Schweiz)',
  },
  title: 'Ihr Konto',
  roles: 'Rollen',
  roleOf: ({ role, place }) => parts`${role} bei ${place}`,
  name: 'Name',
  email: 'E-Mail',
  type: 'Art',
  types: { administrator: 'Administrator', user: 'Benutzer', machine: 'Maschine' },
  password: 'Passwort',
  passwordLead: 'Eine Änderung meldet Sie überall ab außer hier.',
  noPassword: ({ link }) =>
    parts`Sie haben keines: Sie melden sich über einen Anbieter an. Um zusätzlich eines zu haben, ${within(link, 'lassen Sie sich einen Link zusenden')}.`,
  changePassword: 'Passwort ändern',
  passwordChanged: 'Ihr Passwort ist geändert',
  currentPassword: 'Aktuelles Passwort',
  newPassword: 'Neues Passwort',
  profile: 'Profil',
  nameHint: 'Wie andere ihn sehen, neben dem, was Sie tun.',
  nameFixed: 'Ein Administrator Ihrer Organisation kann Ihren Namen ändern.',
  signInWithIt: 'Sie melden sich damit an.',
  home: 'Organisation',
  noRolesOfYours: 'Noch keine. Ein Administrator Ihrer Organisation kann Ihnen eine vergeben.',
  isSetUp: 'Canopy ist eingerichtet',
  isSetUpLead:
    'Die Plattform hat bereits Administratoren. Wenn Sie ein Konto brauchen, bitten Sie dort um eine Einladung.',
  goToSignIn: 'Zur Anmeldung',
  setUp: 'Canopy einrichten',
  setUpLead:
    'Sie legen die Plattform an und verwalten sie als erste Person. Danach fügen Sie Distributoren und Partner hinzu und laden die Personen ein, die sie betreuen.',
  createPlatform: 'Plattform anlegen',
  setUpToken: 'Einrichtungstoken',
  setUpTokenHint: 'Der Server gibt es beim Start aus, im Link.',
  setUpTokenMissing: 'Geben Sie das Token aus dem Einrichtungslink ein.',
  setUpTokenWrong:
    'Das ist nicht das Token dieses Servers. Der Link in dessen Ausgabe enthält das richtige.',
  yourName: 'Ihr Name',
  yourEmailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  askMfa: 'Von Administratoren einen zweiten Faktor verlangen',
  askMfaHint:
    'Empfohlen. Ihren richten Sie als Nächstes ein: eine Authentifizierungs-App oder einen Passkey. In den Einstellungen der Plattform kann das geändert werden.',
} satisfies Words<typeof en>;
