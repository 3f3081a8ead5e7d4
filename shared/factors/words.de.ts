import type { Words } from '../core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  tookTooLong: 'Es hat zu lange gedauert. Versuchen Sie es erneut.',
  passkeyNotAdded: 'Dieser Passkey konnte nicht hinzugefügt werden. Versuchen Sie es erneut.',
  notYourPassword: 'Das ist nicht Ihr Passwort.',
  giveCode: 'Geben Sie den Code ein.',
  wrongCode:
    'Dieser Code ist falsch oder wurde schon verwendet. Werden die Codes einer App immer wieder abgelehnt, lassen Sie ihr Gerät die Zeit selbst einstellen.',
} satisfies Words<typeof en>;
