import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts, within } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const accounts = (count: number): string =>
  plural(count, { one: '1 Konto', other: `${formats().number(count)} Konten` });

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
  all: 'Alle Konten',
  notOpen: 'Sie haben auf die Konten hier keinen Zugriff',
  roles: 'Rollen',
  noRoles: 'Keine Rollen',
  noRolesHint: 'Vergeben Sie eine auf der Registerkarte „Zugriff“ einer Organisation.',
  roleOf: ({ role, place }) => parts`${role} bei ${place}`,
  notHere: 'Dieses Konto ist nicht hier',
  notHereHint: 'Es wurde vielleicht gelöscht oder gehört inzwischen zu einer anderen Organisation.',
  actionsOn: ({ name }) => `Aktionen für ${isolated(name)}`,
  name: 'Name',
  email: 'E-Mail',
  type: 'Art',
  types: { administrator: 'Administrator', user: 'Benutzer', machine: 'Maschine' },
  state: 'Zustand',
  since: 'Hier seit',
  updated: 'Geändert',
  invited: 'Eingeladen',
  disabled: 'Deaktiviert',
  active: 'Aktiv',
  lockedUntil: ({ time }) => `Gesperrt bis ${time}`,
  passwordDue: 'Neues Passwort fällig',
  secondFactor: 'Zweiter Faktor',

  accounts: 'Konten',
  count: ({ count }) => accounts(count),
  shownOf: ({ shown, count }) =>
    `${formats().number(shown)} von ${plural(count, { one: '1 Konto', other: `${formats().number(count)} Konten` })}`,
  withInvited: ({ count, invited }) =>
    `${accounts(count)}, davon ${formats().number(invited)} eingeladen`,
  invite: 'Einladen…',
  nobodyFound: ({ sought }) => `Niemand hier heißt „${isolated(sought)}“.`,
  noneYet: ({ name }) => `${isolated(name)} hat noch keine Konten`,
  noneYetHint: 'Wen Sie einladen, erhält eine E-Mail mit einem Link und erscheint sofort hier.',
  noneYetNoMail:
    'Wen Sie einladen, erscheint sofort hier. E-Mail ist nicht eingerichtet, deshalb übergeben Sie den Link selbst.',
  search: 'Konten durchsuchen',
  searchHint: 'Nach Name oder E-Mail suchen',
  noMail: 'E-Mail ist hier nicht eingerichtet, deshalb käme nichts an.',

  deeds: {
    rename: 'Namen ändern…',
    move: 'Verschieben…',
    copyInvitation: 'Einladungslink kopieren…',
    resend: 'Einladung erneut senden',
    unlock: 'Entsperren',
    sendPasswordReset: 'Link für ein neues Passwort senden',
    requirePasswordChange: 'Neues Passwort verlangen…',
    resetMfa: 'Zweiten Faktor entfernen…',
    enable: 'Aktivieren',
    disable: 'Deaktivieren…',
    takeBack: 'Einladung zurücknehmen…',
    delete: 'Löschen…',
  },
  done: {
    resend: ({ email }) => `Eine neue Einladung ist unterwegs an ${isolated(email)}`,
    sendPasswordReset: ({ email }) =>
      `Ein Link für ein neues Passwort ist unterwegs an ${isolated(email)}`,
  },
  undone: {
    enable: ({ name }) => `${isolated(name)} ist weiterhin deaktiviert`,
    unlock: ({ name }) => `${isolated(name)} ist weiterhin gesperrt`,
    resend: ({ name }) => `${isolated(name)} wurde nicht erneut eingeladen`,
    sendPasswordReset: ({ name }) => `An ${isolated(name)} wurde kein Link gesendet`,
  },

  resetMfaTitle: ({ name }) => `Zweiten Faktor von ${isolated(name)} entfernen?`,
  resetMfaBody: ({ name }) =>
    `Authentifizierungs-Apps, Passkeys und Wiederherstellungscodes von ${isolated(name)} funktionieren nicht mehr. ${isolated(name)} wird auf allen Geräten abgemeldet und per E-Mail benachrichtigt. Tun Sie es nur, wenn Sie sicher sind, wer darum bittet.`,
  resetMfa: 'Zweiten Faktor entfernen',
  requireTitle: ({ name }) => `Neues Passwort von ${isolated(name)} verlangen?`,
  requireBody: ({ name }) =>
    `${isolated(name)} muss vor allem anderen ein neues Passwort wählen, bei bestehender Anmeldung sofort.`,
  require: 'Neues Passwort verlangen',
  disableTitle: ({ name }) => `${isolated(name)} deaktivieren?`,
  disableInvited: 'Der Link der Einladung funktioniert nicht, bis jemand das Konto aktiviert.',
  disableMachine: ({ name }) =>
    `Die API-Token von ${isolated(name)} funktionieren ab sofort nicht, und offene Verbindungen enden, bis jemand das Konto aktiviert. Token und Rollen bleiben erhalten.`,
  disablePerson: ({ name }) =>
    `${isolated(name)} wird sofort auf allen Geräten abgemeldet und kann sich nicht anmelden, bis jemand das Konto aktiviert. Die Rollen bleiben erhalten.`,
  disable: ({ name }) => `${isolated(name)} deaktivieren`,
  deleteTitle: ({ name }) => `${isolated(name)} löschen?`,
  deleteInvited: 'Die Einladung wird zurückgenommen, und ihr Link funktioniert nicht mehr.',
  deleteMachine: ({ name }) =>
    `Das Konto wird gelöscht. Was ${isolated(name)} getan hat, bleibt in der Aktivität.`,
  deletePerson: ({ name }) =>
    `${isolated(name)} wird sofort auf allen Geräten abgemeldet, und das Konto wird gelöscht. Was ${isolated(name)} getan hat, bleibt in der Aktivität.`,
  goesWithIt: ({ roles }) =>
    `Damit entfällt: ${formats().list(roles.map(({ role, place }) => `${role} bei ${isolated(place)}`))}.`,
  forGood: 'Das kann nicht rückgängig gemacht werden.',
  forGoodBut: ({ email }) =>
    `Das kann nicht rückgängig gemacht werden, aber ${email} kann erneut eingeladen werden.`,
  delete: ({ name }) => `${isolated(name)} löschen`,
  notDeleted: ({ name }) => `${isolated(name)} ist nicht gelöscht`,
  tokensOf: ({ count, person }) => parts`${formats().number(count)} API-Token von ${person}:`,
  tokenRole: ({ token, role, place }) => parts`${token}, ${role} bei ${place}`,
  tokensFate: 'Was mit ihnen geschieht',
  endTokens: 'Beenden',
  endTokensHint: 'Programme, die sie benutzen, werden sofort abgelehnt.',
  takeOver: 'Jemand übernimmt sie',
  takeOverHint: 'Programme arbeiten mit ihren Token weiter, im Namen der Person, die übernimmt.',
  you: 'Sie',
  machineAccount: 'Maschinenkonto',
  heir: 'Wer sie übernimmt',
  heirHint: 'Wer übernimmt, muss dort eine Rolle haben, die mindestens so weit reicht.',
  chooseHeir: 'Wählen Sie, wer die Token übernimmt.',

  invitationOf: ({ name }) => `Die Einladung von ${isolated(name)}`,
  invitationAbout: ({ name }) =>
    `Wer den Link öffnet, wird hier zu ${isolated(name)}: Geben Sie ihn niemand anderem. Frühere Links funktionieren nicht mehr.`,
  copyLink: 'Link kopieren',
  linkOnce: ({ date }) =>
    `Er funktioniert einmal, bis ${date}, und wird nicht noch einmal angezeigt. Sie können jederzeit einen neuen erstellen.`,
  close: 'Fertig',

  inviteTo: ({ name }) => `Zu ${isolated(name)} einladen`,
  noRole: 'Noch keine Rolle',
  noRoleHint: 'Sieht nichts, bis jemand eine Rolle vergibt.',
  typeHints: {
    administrator: 'Arbeitet in diesem Dashboard, so weit die Rolle reicht.',
    user: 'Benutzt nur Dienste; sieht das Dashboard nie und hat keine Rolle.',
    machine:
      'Ein Programm, das mit API-Token zugreift. Niemand meldet sich damit an, und es wird keine E-Mail gesendet.',
  },
  addMachine: 'Maschinenkonto hinzufügen',
  add: ({ name }) => `${isolated(name)} hinzufügen`,
  sendInvitation: 'Einladung senden',
  inviteThis: ({ name }) => `${isolated(name)} einladen`,
  isAdded: ({ name }) => `${isolated(name)} ist hinzugefügt`,
  isAddedHint: 'Erstellen Sie die API-Token auf der Seite des Kontos.',
  isInvited: ({ name }) => `${isolated(name)} ist eingeladen`,
  isInvitedNoMail: 'E-Mail ist nicht eingerichtet: Kopieren Sie den Link und übergeben Sie ihn.',
  isInvitedHint: ({ email }) =>
    `Eine E-Mail ist unterwegs an ${email}. Ihr Link funktioniert einmal, sieben Tage lang.`,
  emailHint: 'Dorthin geht die Einladung. Sie dient auch zur Anmeldung.',
  emailNoMail:
    'Sie dient zur Anmeldung. E-Mail ist nicht eingerichtet, deshalb übergeben Sie die Einladung selbst.',
  emailMissing: 'Geben Sie eine E-Mail-Adresse ein.',
  roleAt: ({ name }) => `Rolle bei ${isolated(name)}`,

  moveTitle: ({ name }) => `${isolated(name)} verschieben`,
  moveAbout:
    'Wer die neue Organisation verwaltet, verwaltet von da an das Konto. Die Rollen bleiben, wie sie sind.',
  newHome: 'Neue Organisation',
  searchByName: 'Nach Namen suchen',
  cancel: 'Abbrechen',
  chooseHome: 'Wählen Sie, wohin.',
  move: 'Verschieben',
  moveTo: ({ name }) => `Zu ${isolated(name)} verschieben`,

  renameTitle: 'Namen ändern',
  saveName: 'Namen speichern',
  nameChanged: ({ person, name }) =>
    `${isolated(person)} hat den Namen in „${isolated(name)}“ geändert`,
  nameChangedHint:
    'Speichern Sie noch einmal, um Ihren an dessen Stelle zu setzen, oder brechen Sie ab, um ihn zu lassen.',

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
