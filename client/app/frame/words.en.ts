import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../../shared/core/words/parts.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Kind } from '../../organisations/create/create-request.ts';

export const en = {
  skip: 'Skip to the content',
  homeLink: 'Canopy, home',
  pages: 'Pages',
  home: 'Home',
  toLookAt: 'for you to look at',
  audit: 'Audit',
  inbox: 'Inbox',
  onboardings: 'Onboardings',
  onboardingTemplates: 'Onboarding templates',
  operations: 'Operations',
  roles: 'Roles',
  checkAccess: 'Check access',
  yourAccount: 'Your account',
  pageTitle: ({ title }: { title: string }) => `${isolated(title)} · Canopy`,
  newKinds: {
    distributor: 'New distributor',
    partner: 'New partner',
    folder: 'New folder',
    tenant: 'New tenant',
    unit: 'New unit',
  },
  sidebarWidth: 'Width of the sidebar',
  showOrganisations: 'Show the organisations',
  search: 'Search',

  looks: { system: 'Look like the system', light: 'Light', dark: 'Dark' },
  roleTable: 'What each role may do',
  signOut: 'Sign out',

  searchAndDo: 'Search and do',
  goHome: 'Go to Home',
  undoLast: 'Undo your last saved edit',
  filterTree: 'Filter the tree',
  showShortcuts: 'Show the keyboard shortcuts',

  useDark: 'Use the dark look',
  useLight: 'Use the light look',
  undo: ({ what }: { what: string }) => `Undo: ${what}`,
  newBelow: ({ kind, name }: { kind: Kind; name: string }) => `New ${kind} below ${isolated(name)}`,
  viewOf: ({ view, name }: { view: string; name: string }) => `${view} of ${isolated(name)}`,
  findOrDo: 'Find an organisation or a person, or something to do',
  didYouMean: ({ where }: { where: string }) => `Did you mean this? ${where}`,
  found: 'Found',
  searchFailed: 'The search did not get through. Type on to try again.',
  nothingFits: ({ typed }: { typed: string }) => `Nothing fits “${isolated(typed)}”.`,

  line: {
    live: 'Live',
    'catching-up': 'Catching up',
    connecting: 'Connecting',
    offline: 'Offline',
    blocked: 'Live updates blocked',
    refused: 'Signed out',
  },
  editsWaiting: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 edit waiting',
      other: `${formats().number(count)} edits waiting`,
    }),
  editsNotSaved: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 edit not saved',
      other: `${formats().number(count)} edits not saved`,
    }),
  tryNow: 'Try now',
  connection: 'The connection',
  isCurrent: 'What you see is current',
  liveSince: ({ when }: { when: Slot }) =>
    parts`Changes by others appear here as soon as they are saved. Live since ${when}.`,
  catchingUpLead:
    'The line is back. What happened meanwhile is being brought in; nothing is skipped.',
  connectingLead:
    'The page works already; changes by others will appear as soon as the line is up.',
  notConnected: 'Not connected',
  outOfDate: ({ when }: { when: Slot }) =>
    parts`What you see may be out of date since ${when}. What you change is kept, and saved when the line is back. Canopy keeps trying.`,
  blocked: 'Live updates are blocked',
  readAgain: ({ seconds, when }: { seconds: number; when: Slot }) =>
    parts`Canopy answers, but something on the way, such as a proxy, refuses the connection for live updates. What you change is saved at once. What you see is read again every ${formats().number(seconds)} seconds, last ${when}.`,
  sessionEnded: 'This session has ended',
  signInAgain: 'Sign in again to go on.',

  myServices: 'My services',
  servicesLink: 'Canopy, my services',
  noServices: 'There are no services for you yet',
  noServicesLead:
    'The services that your organisation opens to you appear here. You need not do anything; whoever invited you can tell you more.',
};
