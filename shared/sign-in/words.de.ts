import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  invitedElsewhere:
    'Lassen Sie sich unter einer anderen Adresse einladen, oder melden Sie sich mit Ihrem vorhandenen Konto an.',
  notCurrentPassword: 'Das ist nicht das aktuelle Passwort.',
  differentPassword: 'Wählen Sie eines, das sich vom aktuellen Passwort unterscheidet.',
  addressTaken: 'Diese Adresse hat bereits jemand.',
  takesPerson: 'Das kann nur jemand, der sich anmeldet.',
  anotherWay: 'Ihre Organisation verlangt eine andere Anmeldemethode.',
  disabled: 'Dieses Konto ist deaktiviert.',
  suspended: 'Ihre Organisation ist ausgesetzt.',
  givePassword: 'Geben Sie ein Passwort ein.',
  passwordTooLong: 'Höchstens 256 Zeichen.',
  passwordTooShort: ({ least }) =>
    `Verwenden Sie mindestens ${least} Zeichen; ein Satz ist in Ordnung.`,
  passwordGuessable: 'Dieses Passwort ist zu leicht zu erraten.',
  passwordOfName: 'Verwenden Sie nicht Ihren Namen oder den des Produkts.',
} satisfies Words<typeof en>;
