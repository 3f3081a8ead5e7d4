import { roleTitle } from '../access/roles.ts';
import { isolated } from '../core/isolated.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  endFirst: 'Sie haben hier bereits Zugriff. Beenden Sie ihn zuerst.',
  notYours: ({ name }) =>
    `Nur ${isolated(name)} kann diese Anfrage zurückziehen; sie kann abgelehnt werden.`,
  ownRequest: 'Niemand beantwortet die eigene Anfrage.',
  notFirst: 'Es muss niemand zuerst eingeladen werden: Jemand hat bereits Zugriff.',
  disabled: 'Das Konto ist deaktiviert.',
  notAccepted: 'Die Einladung wurde noch nicht angenommen.',
  homeSuspended: ({ name }) =>
    `${isolated(name)} ist ausgesetzt, daher kann sich dort niemand anmelden.`,
  asksForAccess: ({ name, role }) => `${isolated(name)} bittet um Zugriff als ${roleTitle(role)}.`,
  glassIsBroken: ({ name }) => `${isolated(name)} hat Notzugriff.`,
  askedForAccess: ({ name }) => `${isolated(name)} bat um Zugriff; das ist erledigt.`,
  glassWasBroken: ({ name }) => `${isolated(name)} hatte Notzugriff; er ist vorbei.`,
  requestApproved: ({ name }) => `Sie haben Zugriff auf ${isolated(name)}.`,
  requestDeclined: ({ name }) => `Ihre Anfrage nach Zugriff auf ${isolated(name)} wurde abgelehnt.`,
  accessEnded: ({ name }) => `Ihr Zugriff auf ${isolated(name)} ist beendet.`,
  ownRequestWaits: ({ role }) =>
    `Ihre Anfrage nach Zugriff als ${roleTitle(role)} ist noch nicht beantwortet.`,
  ownAccessEnds: ({ role }) => `Ihr Zugriff als ${roleTitle(role)} endet.`,
  reason: 'Geben Sie einen Grund an: Die Administratoren dort sehen ihn.',
  reasonTooLong: 'Höchstens 500 Zeichen.',
  days: 'Geben Sie eine Anzahl von Tagen an.',
  wholeDays: 'Geben Sie ganze Tage an.',
  hours: 'Geben Sie eine Anzahl von Stunden an.',
  wholeHours: 'Geben Sie ganze Stunden an.',
} satisfies Words<typeof en>;
