import { type Slot, parts } from '../../shared/core/words/parts.ts';
import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { plural } from '../../shared/core/words/plural.ts';
export const en = {
  choosePassword: 'Choose a new password',
  askedToChange:
    'An administrator of your organisation requires it. Afterwards you continue where you were.',
  changePassword: 'Change the password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  giveEmail: 'Enter your e-mail address.',
  noMail: 'No mail is sent',
  checkMail: 'Check your mail',
  mailNotSetUp: 'Mail is not set up here, so no link arrives. Ask an administrator for help.',
  backToSignIn: 'Back to sign-in',
  forgotPassword: 'Forgot your password?',
  forgotLead:
    'Enter the address that you sign in with. You get a link by mail to choose a new password.',
  sendLink: 'Send the link',
  email: 'E-mail',
  invitationGone: 'This invitation is no longer valid',
  invitationGoneLead:
    'It was used, is older than seven days, or was taken back. Ask whoever invited you for a new one.',
  haveAccount: 'I have an account: sign in',
  alreadyAccount: 'You already have an account',
  alreadyAccountLead:
    'This address has an account in Canopy, and an address has one account. Sign in to it, or ask whoever invited you to invite another address of yours.',
  signIn: 'Sign in',
  yourInvitation: 'Your invitation',
  join: 'Join',
  yourName: 'Your name',
  password: 'Password',
  goodPassword: 'This is a good password.',
  hidePassword: 'Hide the password',
  showPassword: 'Show the password',
  linkGone: 'This link is no longer valid',
  linkGoneLead: 'It was used, is older than an hour, or a newer one was sent.',
  sendAnother: 'Send another link',
  passwordChanged: 'Your password was changed',
  passwordChangedLead: 'You are signed out everywhere. Sign in with the new password.',
  goToSignIn: 'Go to sign-in',
  sessions: 'Where you are signed in',
  sessionsLead: 'End sessions that you do not recognise, then change your password.',
  signOutElsewhere: 'Sign out everywhere else',
  thisBrowser: 'This browser',
  unknownAddress: 'Unknown address',
  signOut: 'Sign out',
  tooManyAttempts: 'Too many failed attempts',
  signInByPasskey: 'Sign in with a passkey',
  signInAsOther: 'Sign in as somebody else',
  giveCurrent: 'Enter your current password.',
  unknownDevice: 'Unknown device',
  noPasskeys: 'This browser does not support passkeys.',
  passkeysNeedName:
    'Passkeys need the name of a server, not its IP address. Ask for the address that Canopy is published at.',
  notEmail: 'This is not an e-mail address.',
  givePassword: 'Enter your password.',
  wrongCredentials: 'The e-mail address or the password is not right',
  wrongCredentialsLead:
    'Check both; capital letters count. If you forgot it, choose a new one by the link below.',
  shutOut: 'Your password is right. An administrator above you can let you in again.',
  pageTitle: ({ title }: { title: string }) => `${title} · Canopy`,
  linkSent: ({ email }: { email: string }) =>
    `If ${email} has an account, a link to choose a new password is on its way. It works once, within an hour.`,
  joinOrganisation: ({ name }: { name: string }) => `Join ${isolated(name)}`,
  invited: ({ name }: { name: string }) =>
    `You are invited to ${isolated(name)} in Canopy. Enter your name and choose a password.`,
  moreCharacters: ({ missing }: { missing: number }) =>
    plural(missing, {
      one: '1 more character; a sentence is fine.',
      other: `${formats().number(missing)} more characters; a sentence is fine.`,
    }),
  leastCharacters: ({ least }: { least: number }) =>
    `At least ${least} characters; a sentence is fine.`,
  forEmail: ({ email }: { email: string }) => `For ${email}.`,
  lastUsed: ({ address, when }: { address: string; when: Slot }) =>
    parts`${address} · last used ${when}`,
  signOutDevice: ({ name }: { name: string }) => `Sign out ${isolated(name)}`,
  noAccount: 'No account? An administrator of your organisation can invite you.',
  browserOn: ({ browser, system }: { browser: string; system: string }) =>
    `${browser} on ${system}`,
  passkeysOpenName: ({ port }: { port: string }) =>
    `Passkeys need a name, not an IP address. Open http://localhost:${port} instead.`,
  tryAgainIn: ({ seconds }: { seconds: number }) =>
    plural(seconds, {
      one: 'You can try again in 1 second.',
      other: `You can try again in ${formats().number(seconds)} seconds.`,
    }),
  reasons: {
    'signed-out': 'You are signed out.',
    expired: 'Your session has ended. Sign in to go on where you were.',
    disabled: 'You were signed out: your account is disabled, or your organisation is suspended.',
  },
};
