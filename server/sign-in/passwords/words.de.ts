import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  chooseAnother: 'Wählen Sie ein neues Passwort',
  wasAskedFor: 'Für Ihr Konto in Canopy wurde ein neues Passwort angefordert.',
  isAskedBy: ({ person }) =>
    `${person} bittet Sie, ein neues Passwort für Ihr Konto in Canopy zu wählen.`,
  chooseHere: 'Wählen Sie es hier; der Link funktioniert einmal und eine Stunde lang:',
  notExpected:
    'Wenn Sie das nicht erwartet haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',

  changed: 'Ihr Passwort wurde geändert',
  changedByLink:
    'Das Passwort Ihres Kontos in Canopy wurde über einen Link geändert, der Ihnen per E-Mail geschickt wurde. Sie wurden überall abgemeldet.',
  notYou:
    'Wenn Sie das nicht waren, wählen Sie sofort ein neues und verständigen Sie Ihren Administrator:',
} satisfies Words<typeof en>;
