import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

const accounts = (count: number): string =>
  plural(count, { one: '1 Konto', other: `${formats().number(count)} Konten` });

export const de = {
  all: 'Alle Konten',
  notOpen: 'Sie haben auf die Konten hier keinen Zugriff',
  roles: 'Rollen',
  noRoles: 'Keine Rollen',
  noRolesHint: 'Vergeben Sie eine auf der Registerkarte „Zugriff“ einer Organisation.',
  roleOf: ({ role, place }) => parts`${role} bei ${place}`,
  notHere: 'Dieses Konto ist nicht hier',
  notHereHint: 'Es wurde vielleicht gelöscht oder gehört inzwischen zu einer anderen Organisation.',
  actionsOn: ({ name }) => `Aktionen für ${isolated(name)}`,
  email: 'E-Mail',
  type: 'Art',
  types: { administrator: 'Administrator', user: 'Benutzer', machine: 'Maschine' },
  state: 'Zustand',
  since: 'Hier seit',
  columns: {
    name: 'Name',
    email: 'E-Mail',
    type: 'Art',
    status: 'Zustand',
    organisation: 'Organisation',
    roles: 'Rollen',
    hasSecondFactor: 'Zweiter Faktor',
    lastSignInAt: 'Letzte Anmeldung',
    createdAt: 'Angelegt',
    updatedAt: 'Geändert',
  },
  states: { invited: 'Eingeladen', active: 'Aktiv', locked: 'Gesperrt', disabled: 'Deaktiviert' },
  yesNo: { true: 'Ja', false: 'Nein' },
  never: 'Nie',
  invited: 'Eingeladen',
  disabled: 'Deaktiviert',
  active: 'Aktiv',
  lockedUntil: ({ time }) => `Gesperrt bis ${time}`,
  passwordDue: 'Neues Passwort fällig',
  accounts: 'Konten',
  count: ({ count }) => accounts(count),
  moreThan: ({ count }) => `Mehr als ${formats().number(count)} Konten`,
  nobodyFits: 'Kein Konto passt zu diesen Filtern.',
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
} satisfies Words<typeof en>;
