import { isolated } from '../../shared/core/isolated.ts';
import { formats } from '../../shared/core/words/formats.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';

export const en = {
  /** The steps of the templates that come with the product, by their keys. */
  steps: {
    'administrator-invited': {
      title: 'Invite the first administrator',
      why: 'Somebody inside has to be able to act.',
    },
    'invitation-accepted': {
      title: 'Accept the invitation',
      why: 'From then on the organisation can act for itself.',
    },
    'billing-complete': {
      title: 'Complete the billing profile',
      why: 'Invoices need somebody to be sent to.',
    },
    'second-factor': {
      title: 'Set up a second factor',
      why: 'A password alone does not protect an administrator.',
    },
    'mode-chosen': {
      title: 'Decide who manages it',
      why: 'Either the level above acts inside, or nobody but its own administrators.',
    },
    'contract-signed': {
      title: 'Sign the contract',
      why: 'Both sides know what they owe each other.',
    },
    'first-partner': {
      title: 'Create the first partner',
      why: 'Distributors sell through partners.',
    },
    'first-tenant': {
      title: 'Create the first tenant',
      why: 'The first customer shows that everything works.',
    },
  },
  states: {
    later: 'Later',
    'not-started': 'Not started',
    'in-progress': 'In progress',
    waiting: 'Waiting',
    blocked: 'Blocked',
    done: 'Done',
    waived: 'Waived',
    failed: 'Failed',
  },
  sides: {
    platform: 'the platform',
    parent: 'the level above',
    own: 'the organisation',
    outside: 'somebody outside',
  },

  progress: ({ done, total }: { done: number; total: number }) =>
    `${formats().number(done)} of ${formats().number(total)} steps done`,
  allDone: 'Onboarding is complete',
  finished: ({ when }: { when: Slot }) => parts`The last step was done ${when}.`,
  started: ({ when }: { when: Slot }) => parts`Started ${when}`,
  stalled: ({ when }: { when: Slot }) => parts`Stalled ${when}`,
  changed: ({ when }: { when: Slot }) => parts`Last progress ${when}`,
  waitsOn: ({ name }: { name: string }) => `Waiting on ${isolated(name)}`,
  since: ({ when }: { when: Slot }) => parts`since ${when}`,
  next: 'Next step',
  nextForOthers: ({ name }: { name: string }) => `Next is up to ${isolated(name)}`,
  yours: 'Your steps',
  others: 'Steps of others',
  later: 'Later',
  laterAfter: ({ steps }: { steps: string }) => `After: ${steps}`,
  closed: ({ count }: { count: number }) =>
    plural(count, { one: '1 step done', other: `${formats().number(count)} steps done` }),
  due: ({ date }: { date: string }) => `Due ${date}`,
  overdue: ({ date }: { date: string }) => `Overdue since ${date}`,
  caredForBy: ({ name }: { name: string }) => `${isolated(name)} takes care of it`,
  reopenedTimes: ({ count }: { count: number }) =>
    plural(count, {
      one: 'Reopened once',
      other: `Reopened ${formats().number(count)} times`,
    }),
  openPage: 'Do it now',
  lookAtPage: 'Open',
  keepManaged: 'Keep it managed',
  seeEvidence: 'See',
  complete: 'Mark as done',
  more: ({ step }: { step: string }) => `More about ${isolated(step)}`,

  takeOn: 'Take care of it',
  release: 'Hand it back',
  chooseOwner: 'Choose who takes care of it…',
  setDue: 'Set the due date…',
  waitFor: {
    platform: 'Wait for the platform',
    parent: 'Wait for the level above',
    own: 'Wait for the organisation',
    outside: 'Wait for somebody outside',
  },
  stopWaiting: 'Stop waiting',
  block: 'Mark as blocked…',
  unblock: 'No longer blocked',
  waive: 'Waive…',
  reopen: 'Reopen',

  waiveTitle: ({ step }: { step: string }) => `Waive “${step}”`,
  waiveBody: 'The step counts as done, with your name and the reason. It can be reopened.',
  waiveAction: 'Waive the step',
  blockTitle: ({ step }: { step: string }) => `“${step}” is blocked`,
  blockBody: 'Both sides see the reason until somebody takes it away.',
  blockAction: 'Mark as blocked',
  reason: 'Reason',
  giveReason: 'Say why first.',
  ownerTitle: ({ step }: { step: string }) => `Who takes care of “${step}”?`,
  ownerBody: 'They are told, and see it on their home page. Leave it empty to hand it back.',
  ownerAction: 'Save',
  owner: 'Person',
  typeName: 'Type a name',
  ownerFrom: ({ email, name }: { email: string; name: string }) => `${email}, ${isolated(name)}`,
  dueTitle: ({ step }: { step: string }) => `Due date of “${step}”`,
  dueBody: 'Leave it empty for no due date.',
  dueAction: 'Set the due date',
  dueDate: 'Due date',

  history: 'Timeline',
  spanFor: ({ step, state }: { step: string; state: string }) => `${step}: ${state}`,
  by: ({ name }: { name: string }) => isolated(name),
  noHistory: 'Nothing has happened yet.',

  none: 'No onboarding here',
  noneHint:
    'Distributors, partners and tenants are onboarded in steps that complete by themselves. This organisation was there before.',
  noneOfKind: 'Only distributors, partners and tenants are onboarded.',
  start: 'Start the onboarding',
  notStarted: 'The onboarding was not started.',
  notSaved: ({ step }: { step: string }) => `“${step}” was not changed.`,
  noAccess: 'The onboarding is not open to you',

  outlineTitle: { 'in-progress': 'Onboarding is in progress', done: 'Onboarding is complete' },
  outlineHint: 'It manages itself, so only its own administrators see the steps.',
};
