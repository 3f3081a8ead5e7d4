import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';

export const en = {
  isSetUp: 'Your second factor is set up',
  addAppTitle: 'Add an authenticator app',
  addPasskey: 'Add a passkey',
  kept: 'I have kept them',
  picture: 'The picture to scan with your authenticator app',
  scan: 'Scan the picture with your authenticator app, or type this key into it:',
  copyKey: 'Copy the key',
  addApp: 'Add the app',
  code: 'Code',
  codeNow: 'The six digits that the app shows now.',
  codeMissing: 'Give the code.',

  signInTitle: 'One more step',
  signInLead: 'Show your second factor to sign in.',
  usePasskey: 'Use a passkey',
  continue: 'Continue',
  recoveryCode: 'Recovery code',
  anyCode: 'The six digits of your authenticator app, or a recovery code.',
  recoveryCodeHint: 'One of those that you kept for the day on which the passkey is lost.',
  lostAll: 'Lost all of them? An administrator of your organisation can reset them.',

  enrolTitle: 'Set up a second factor',
  enrolLead: 'Your account needs one: something you have, besides the password that you know.',
  keptContinue: 'I have kept them: continue',
  useApp: 'Use an authenticator app',
  chooseAgain: 'Choose again',

  renameTitle: 'Rename the passkey',
  name: 'Name',
  nameHint: 'Where it is kept, so that you know it again.',
  nameMissing: 'Give it a name.',
  saveName: 'Save the name',
  cancel: 'Cancel',

  stillYou: 'Is it still you?',
  stillYouLead: 'What you are about to do needs a proof that is not older than five minutes.',
  appCode: 'The six digits of your authenticator app.',
  password: 'Your password',
  passwordMissing: 'Give your password.',
  usePassword: 'Use the password instead',
  useCode: 'Use a code instead',

  keepCodes: 'Keep these recovery codes',
  shownOnce:
    'They are shown this once. Each opens your account one time, when everything else is lost.',
  recoveryCodes: 'Recovery codes',
  copyCodes: 'Copy the codes',
  copyAll: 'Copy all of them',

  title: 'Second factor',
  lead: 'Something you have, besides the password that you know. With one, a stolen password opens nothing.',
  onlyOne:
    'Your organisation asks for a second factor, and this is the only one. Add another first.',
  newApp: 'Add an app…',
  newPasskey: 'Add a passkey…',
  none: 'You have none yet.',
  app: 'Authenticator app',
  added: ({ when }: { when: Slot }) => parts`added ${when}`,
  addedUnused: ({ when }: { when: Slot }) => parts`added ${when}, not used yet`,
  addedUsed: ({ when, used }: { when: Slot; used: Slot }) =>
    parts`added ${when}, last used ${used}`,
  remove: 'Remove',
  removeApp: 'Remove the authenticator app',
  removeThis: ({ name }: { name: string }) => `Remove ${isolated(name)}`,
  rename: 'Rename…',
  renameThis: ({ name }: { name: string }) => `Rename ${isolated(name)}`,
  codesLeft: ({ count }: { count: number }) =>
    plural(count, { one: '1 code left', other: `${formats().number(count)} codes left` }),
  replaceCodes: 'Replace…',
  newCodes: 'Your new recovery codes',
};
