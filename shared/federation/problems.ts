/**
 * Why somebody who comes back from a provider is not in: the code that the address carries, and
 * what the page says. Codes are few and mild; the audit knows the exact reason.
 */
export const flowProblems = {
  'flow-over': {
    title: 'This sign-in is over',
    detail: 'It took too long, was used before, or was begun in another browser. Begin again here.',
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
    title: 'It is connected with an account already',
    detail: 'One sign-in at a provider opens one account. Disconnect it there first.',
  },
  'signed-out': {
    title: 'You were signed out meanwhile',
    detail: 'Sign in again, then connect the sign-in once more.',
  },
  'other-person': {
    title: 'This is another sign-in than yours',
    detail: 'Show that it is you by one that is connected with this account.',
  },
} as const;

export type FlowProblem = keyof typeof flowProblems;

export function isFlowProblem(text: string): text is FlowProblem {
  return text in flowProblems;
}
