export const en = {
  chooseAnother: 'Choose another password',
  wasAskedFor: 'Somebody asked for another password for your account in Canopy.',
  isAskedBy: ({ person }: { person: string }) =>
    `${person} asks you to choose another password for your account in Canopy.`,
  chooseHere: 'Choose it here; the link works once and for an hour:',
  notExpected:
    'If you did not expect this, you need not do anything: your password stays as it is.',

  changed: 'Your password was changed',
  changedByLink:
    'The password of your account in Canopy was changed by a link that was mailed to you. You are signed out everywhere.',
  notYou: 'If that was not you, choose another one at once, and tell your administrator:',
};
