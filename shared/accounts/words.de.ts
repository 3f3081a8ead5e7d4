import { isolated } from '../core/isolated.ts';
import { formats } from '../core/words/formats.ts';
import { plural } from '../core/words/plural.ts';
import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  administratorInvited: ({ name }) => `${isolated(name)} wurde zum Verwalten eingeladen.`,
  noAdministratorInvited: 'Zum Verwalten ist niemand eingeladen.',
  invitationAccepted: ({ name }) => `${isolated(name)} hat die Einladung angenommen.`,
  noInvitationAccepted: 'Niemand hat eine Einladung zum Verwalten angenommen.',
  factorEnrolled: ({ name }) => `${isolated(name)} hat einen zweiten Faktor eingerichtet.`,
  noFactorEnrolled: 'Niemand, der verwaltet, hat einen zweiten Faktor.',
  deleteOwn: 'Niemand löscht das eigene Konto.',
  disableOwn: 'Niemand deaktiviert das eigene Konto.',
  moveOwn: 'Niemand verschiebt das eigene Konto.',
  resetOwn: 'Das ist Ihr eigenes Konto: Ändern Sie es auf Ihrer Kontoseite.',

  heirInactive: 'Nur ein aktives Konto, das bleibt, kann etwas übernehmen.',
  holdsOthersRoles:
    'Jemand, der hier zu Hause ist, hat auch Rollen, die Sie nicht entziehen können.',
  userHoldsNoRole: 'Ein Benutzerkonto hat keine Administratorrollen.',
  firstIsAdministrator:
    'Es hat noch niemand Zugriff: Zuerst muss ein Administrator eingeladen werden.',
  nothingToReset: 'Nur wer sich anmelden kann, hat etwas zurückzusetzen.',
  invitationWaits: ({ name }) => `${isolated(name)} hat die Einladung nicht angenommen.`,
  invitationsWait: ({ count }) =>
    plural(count, {
      one: '1 Einladung ist nicht angenommen.',
      other: `${formats().number(count)} Einladungen sind nicht angenommen.`,
    }),
  tokenGetsNoLink: 'Ein API-Token erhält keine Einladungslinks.',
} satisfies Words<typeof en>;
