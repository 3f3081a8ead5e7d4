import { isolated } from '../../shared/core/isolated.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';

type Named = { name: string };

export const en = {
  buttons: {
    signIn: ({ name }: Named) => `Continue with ${isolated(name)}`,
    join: ({ name }: Named) => `Join with ${isolated(name)}`,
    connect: ({ name }: Named) => `Connect ${isolated(name)}`,
    confirm: ({ name }: Named) => `Confirm with ${isolated(name)}`,
  },
  afterConfirming: 'You come back to this page afterwards; then repeat what you wanted to do.',

  connectedSignIns: 'Connected sign-ins',
  connectedSignInsAbout:
    'Sign in with an account that you have elsewhere. Only a sign-in that you connect here opens this account, whatever its e-mail address is.',
  noneConnected: 'No sign-in is connected yet.',
  connectedWhen: ({ when }: { when: Slot }) => parts`connected ${when}`,
  lastUsedWhen: ({ when }: { when: Slot }) => parts`last used ${when}`,
  emailConnectedWhen: ({ email, when }: { email: string; when: Slot }) =>
    parts`${isolated(email)}, connected ${when}`,
  emailLastUsedWhen: ({ email, when }: { email: string; when: Slot }) =>
    parts`${isolated(email)}, last used ${when}`,
  shut: ({ reason }: { reason: string }) => `It cannot be used at the moment. ${reason}`,
  disconnect: 'Disconnect',
  disconnectAsking: 'Disconnect…',
  disconnectThis: ({ name }: Named) => `Disconnect ${isolated(name)}`,
  disconnectTitle: ({ name }: Named) => `Disconnect ${isolated(name)}?`,
  disconnectBody: ({ name }: Named) =>
    `Signing in with ${isolated(name)} no longer opens this account. You can connect it again.`,

  signIn: 'Sign-in',
  signInAbout:
    'Who confirms the identity of people besides Canopy itself. A sign-in opens an account only where somebody connected it or accepted an invitation with it.',
  backToSettings: 'Back to settings',
  connectProvider: 'Connect a provider…',
  noProviders:
    'No identity provider is connected. Connect Microsoft Entra, Google or another provider to let people sign in with the accounts they already have.',
  noAccess: 'You do not have access to the identity providers',

  facts: {
    issuer: 'Issuer',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    scopes: 'Scopes',
    directories: 'Directories',
    domain: 'Domain',
  },
  noSecret: 'none',
  secretSetOn: ({ date }: { date: string }) => `•••••• set on ${date}`,
  on: 'On',
  off: 'Off',
  test: 'Test sign-in',
  testThis: ({ name }: Named) => `Test sign-in with ${isolated(name)}`,
  change: 'Change…',
  changeThis: ({ name }: Named) => `Change ${isolated(name)}`,
  turnOn: 'Turn on',
  turnOnThis: ({ name }: Named) => `Turn on ${isolated(name)}`,
  turnOff: 'Turn off…',
  turnOffThis: ({ name }: Named) => `Turn off ${isolated(name)}`,
  turnOffTitle: ({ name }: Named) => `Turn off ${isolated(name)}?`,
  turnOffBody: ({ name }: Named) =>
    `Everybody who signed in with ${isolated(name)} is signed out at once, and nobody can sign in with it until it is turned on again. Connected sign-ins are kept.`,
  delete: 'Delete…',
  deleteThis: ({ name }: Named) => `Delete ${isolated(name)}`,
  deleteTitle: ({ name }: Named) => `Delete ${isolated(name)}?`,
  deleteBody: ({ name }: Named) =>
    `Everybody who signed in with ${isolated(name)} is signed out at once, and it is disconnected from every account. This cannot be undone.`,
  testedBy: ({ person, when }: { person: Slot; when: Slot }) => parts`Tested by ${person} ${when}`,
  passed: 'Passed:',
  failed: 'Failed:',

  connectTitle: 'Connect a provider',
  connect: 'Connect',
  save: 'Save',
  kind: 'Kind',
  kinds: {
    entra: { label: 'Microsoft Entra', hint: 'People of the directories that you name.' },
    google: { label: 'Google', hint: 'Everybody, or the people of one domain.' },
    oidc: { label: 'Another', hint: 'Any provider that speaks OpenID Connect.' },
  },
  name: 'Name',
  nameHint: 'Shown on the button of the sign-in page.',
  tenant: 'Directory (tenant) ID',
  tenantHint: 'As the app registration shows it.',
  issuerHint: 'Its address, such as https://login.example.com.',
  otherAddress: 'The provider calls itself by another address',
  useAddress: 'Use this address',
  secretKept: ({ date }: { date: string }) => `Set on ${date}. Leave empty to keep it.`,
  secretStored: 'It is stored encrypted and never shown again.',
  directoriesAllowed: 'Directories that may sign in',
  directoriesHint: 'Their IDs, separated by spaces.',
  directoriesNewHint: 'Their IDs, separated by spaces. Empty: only the directory above.',
  domainHint: 'Only people of this domain may sign in. Empty: everybody.',
  giveIssuer: 'Enter the address of the issuer.',
  giveTenant: 'Enter the ID of the directory.',
  flowProblems: {
    'flow-over': {
      title: 'This sign-in is over',
      detail:
        'It took too long, was used before, or was begun in another browser. Begin again here.',
    },
    cancelled: {
      title: 'Nothing was changed',
      detail: 'The provider did not sign you in. Try again, or choose another way.',
    },
    unreachable: {
      title: 'The provider could not be reached',
      detail: 'It does not answer as it should. Try again later, or choose another way.',
    },
    'too-many': {
      title: 'Too many sign-ins were begun at the moment',
      detail: 'Wait a minute and try again, or choose another way.',
    },
    refused: {
      title: 'The provider’s answer was not accepted',
      detail: 'It could not be trusted, so nobody was signed in. Tell your administrator.',
    },
    directory: {
      title: 'Your directory is not one of those that may sign in',
      detail: 'Use your account at work. If you did, tell your administrator.',
    },
    unknown: {
      title: 'No account is connected with this sign-in',
      detail:
        'Sign in as you did before and connect it on your account’s page, or follow the link of an invitation. The same e-mail address is not enough.',
    },
    'path-shut': {
      title: 'This way to sign in is not allowed for you',
      detail: 'Your organisation, or one above it, allows other ways. Choose one of them.',
    },
    'shut-out': {
      title: 'You cannot sign in at the moment',
      detail: 'Your account is disabled, or your organisation is suspended.',
    },
    'invitation-gone': {
      title: 'This invitation is no longer valid',
      detail: 'It was used, is older than seven days, or was taken back. Ask for a new one.',
    },
    'address-taken': {
      title: 'This address already has an account in Canopy',
      detail: 'Ask to be invited by another address of yours, or sign in to the account you have.',
    },
    taken: {
      title: 'This sign-in is connected already',
      detail:
        'One sign-in at a provider opens one account. Disconnect it from the other account first.',
    },
    'signed-out': {
      title: 'You were signed out meanwhile',
      detail: 'Sign in again, then connect the sign-in once more.',
    },
    'other-person': {
      title: 'This is another sign-in than yours',
      detail: 'Confirm your identity by a sign-in that is connected with this account.',
    },
  },
  checks: {
    Discovery: 'Discovery',
    Redirect: 'Redirect',
    Token: 'Token',
    Lifetime: 'Lifetime',
    Issuer: 'Issuer',
    Audience: 'Audience',
    Nonce: 'Nonce',
    Signature: 'Signature',
    Directory: 'Directory',
    'E-mail': 'E-mail',
  },
};
