import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';

const steps = (count: number): string =>
  plural(count, { one: '1 step', other: `${formats().number(count)} steps` });

export const en = {
  title: 'Onboarding templates',
  about:
    'What has to be done until a new distributor, partner or tenant is on board. New ones begin with the newest version.',
  forPlatform: 'Only for the platform',
  forPlatformHint: 'Templates belong to the platform. Its administrators edit them.',
  list: 'Templates',
  kinds: { distributor: 'Distributors', partner: 'Partners', tenant: 'Tenants' },
  version: ({ version }: { version: number }) => `Version ${formats().number(version)}`,
  draft: 'Draft',
  delivered: 'Delivered with Canopy',
  published: ({ by, date }: { by: string; date: string }) =>
    `Published by ${isolated(by)} on ${date}`,
  stalls: ({ days }: { days: number }) =>
    plural(days, {
      one: 'Stalled after 1 day without progress',
      other: `Stalled after ${formats().number(days)} days without progress`,
    }),
  running: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 onboarding in progress on this version',
      other: `${formats().number(count)} onboardings in progress on this version`,
    }),
  older: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 on an older one',
      other: `${formats().number(count)} on older ones`,
    }),

  edit: 'Edit',
  editing: 'Draft of the next version',
  editingAbout:
    'Each field is saved as you leave it, and seen by other administrators. Nobody is affected until it is published.',
  publish: 'Publish…',
  discard: 'Discard the draft',
  problems: ({ count }: { count: number }) =>
    plural(count, { one: '1 problem', other: `${formats().number(count)} problems` }),
  mendFirst: 'Solve the problems at the steps first.',
  nothingChanged: 'The draft is the same as the published version.',
  notBegun: 'The draft could not be begun',
  notSaved: 'This could not be saved',

  steps: 'Steps',
  stallDays: 'Stalled after days without progress',
  step: ({ number, title }: { number: number; title: string }) =>
    `${formats().number(number)}. ${title}`,
  untitled: 'Step without a title',
  stepTitle: 'Title',
  why: 'Why',
  shownAs: ({ text }: { text: string }) => `Delivered text; shown in your language as: ${text}`,
  side: 'Who does it',
  sides: {
    platform: 'The platform',
    parent: 'The level above',
    own: 'The organisation itself',
    outside: 'Somebody outside',
  },
  fact: 'Done when',
  byHand: 'Somebody completes it by hand',
  facts: {
    'administrator-invited': 'An administrator is invited',
    'invitation-accepted': 'An administrator has accepted',
    'billing-complete': 'The billing profile is complete',
    'second-factor': 'An administrator has a second factor',
    'mode-chosen': 'It is decided who manages it',
    'first-partner': 'There is a partner',
    'first-tenant': 'There is a tenant',
  } as Record<string, string>,
  page: 'Where it is done',
  noPage: 'No page',
  pages: {
    '': 'Overview',
    details: 'Details',
    billing: 'Billing',
    settings: 'Settings',
    'settings/sign-in': 'Settings: sign-in',
    accounts: 'Accounts',
    access: 'Access',
    activity: 'Activity',
    audit: 'Audit',
    documents: 'Documents',
    '/account': 'The person’s own account',
  } as Record<string, string>,
  after: 'Comes after',
  afterNone: 'Can be done from the start',
  afterThese: ({ titles }: { titles: readonly string[] }) =>
    `After: ${formats().list(titles.map((title) => isolated(title)))}`,
  up: ({ step }: { step: string }) => `Move ${isolated(step)} up`,
  down: ({ step }: { step: string }) => `Move ${isolated(step)} down`,
  remove: ({ step }: { step: string }) => `Remove ${isolated(step)}`,
  isFirst: 'It is the first.',
  isLast: 'It is the last.',
  moved: ({ step, place, of }: { step: string; place: number; of: number }) =>
    `${isolated(step)} is number ${formats().number(place)} of ${formats().number(of)}`,
  newStep: 'A new step',
  newStepHint: 'What is to be done, such as: Name a contact for emergencies',
  add: 'Add the step',

  publishTitle: ({ kind, version }: { kind: string; version: number }) =>
    `Publish version ${formats().number(version)} for ${kind}`,
  publishBody:
    'Onboardings that begin from now on follow it. Those in progress keep their version until they are moved over.',
  publishAction: ({ version }: { version: number }) =>
    `Publish version ${formats().number(version)}`,
  ofKinds: { distributor: 'distributors', partner: 'partners', tenant: 'tenants' },
  adds: 'Adds',
  removes: 'Removes',
  changes: 'Changes',
  reorders: 'The steps are in another order.',
  stallsNow: ({ days }: { days: number }) =>
    plural(days, {
      one: 'Onboardings have stalled after 1 day.',
      other: `Onboardings have stalled after ${formats().number(days)} days.`,
    }),
  wasPublished: ({ version }: { version: number }) =>
    `Version ${formats().number(version)} is published`,
  discardTitle: 'Discard the draft?',
  discardBody: 'What you and other administrators changed since the published version is lost.',
  discardAction: 'Discard the draft',

  move: 'Move over…',
  moveTitle: ({ version }: { version: number }) =>
    `Move onboardings over to version ${formats().number(version)}`,
  moveAbout:
    'Steps keep what was said and done. What became of steps that go stays in the history. Self-managed organisations keep their version.',
  moveAction: ({ count }: { count: number }) =>
    plural(count, {
      one: 'Move 1 onboarding over',
      other: `Move ${formats().number(count)} onboardings over`,
    }),
  chooseSome: 'Choose onboardings to move over.',
  looking: 'Looking what would come of each…',
  noneToMove: 'No onboarding that you can see runs on an older version.',
  from: ({ version }: { version: number }) => `from version ${formats().number(version)}`,
  gains: ({ titles }: { titles: readonly string[] }) =>
    `Gains: ${formats().list(titles.map((title) => isolated(title)))}`,
  loses: ({ titles }: { titles: readonly string[] }) =>
    `Loses: ${formats().list(titles.map((title) => isolated(title)))}`,
  reopens: ({ titles }: { titles: readonly string[] }) =>
    `Is open again: ${formats().list(titles.map((title) => isolated(title)))}`,
  keeps: ({ count, done }: { count: number; done: number }) =>
    `Keeps ${steps(count)}, ${formats().number(done)} of them done`,
  doneStep: ({ title }: { title: string }) => `${title} (done)`,
};
