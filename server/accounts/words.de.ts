import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  invitation: ({ person, place }) => `${person} lädt Sie zu ${place} ein`,
  invitesToAdminister: ({ person, place }) =>
    `${person} lädt Sie ein, ${place} in Canopy zu verwalten.`,
  invitesToJoin: ({ person, place }) => `${person} lädt Sie ein, ${place} in Canopy beizutreten.`,
  choosePassword:
    'Wählen Sie hier Ihr Passwort; der Link funktioniert einmal und sieben Tage lang:',
  isTaken: ({ person }) =>
    `Sie haben in Canopy bereits ein Konto mit dieser Adresse, und eine Adresse hat nur ein Konto. Diese Einladung kann daher nicht angenommen werden. ${person} wurde das nicht mitgeteilt.`,
  useAnother: ({ person }) =>
    `Wenn Sie sie annehmen möchten, bitten Sie ${person}, eine andere Adresse von Ihnen einzuladen. Ihr Konto bleibt, wie es ist; hier melden Sie sich damit an:`,
  notExpected: 'Wenn Sie das nicht erwartet haben, brauchen Sie nichts zu tun.',

  factorsRemoved: 'Ihr zweiter Faktor wurde entfernt',
  factorsRemovedBy: ({ person }) =>
    `${person} hat die zweiten Faktoren Ihres Kontos in Canopy entfernt: Authenticator-Apps, Passkeys und Wiederherstellungscodes. Sie wurden überall abgemeldet.`,
  setUpAnother: 'Melden Sie sich an und richten Sie auf Ihrer Kontoseite einen neuen ein:',
  notAskedFor:
    'Wenn Sie nicht darum gebeten haben, ändern Sie Ihr Passwort und verständigen Sie Ihren Administrator.',
} satisfies Words<typeof en>;
