import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { parts } from '../../../shared/core/words/parts.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  name: 'Name',
  email: 'E-Mail',
  type: 'Art',
  types: { administrator: 'Administrator', user: 'Benutzer', machine: 'Maschine' },
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
} satisfies Words<typeof en>;
