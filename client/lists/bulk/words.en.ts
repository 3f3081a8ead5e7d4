import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';

type Counted = { count: number };
type Named = Counted & { names: readonly string[]; more: number };

const organisations = (count: number): string =>
  plural(count, { one: '1 organisation', other: `${formats().number(count)} organisations` });

const accounts = (count: number): string =>
  plural(count, { one: '1 account', other: `${formats().number(count)} accounts` });

export const en = {
  /** What a job over many rows is called, by its kind. */
  kinds: {
    'bulk.suspend': ({ count }: Counted) => `Suspend ${organisations(count)}`,
    'bulk.activate': ({ count }: Counted) => `Activate ${organisations(count)}`,
    'bulk.move': ({ count }: Counted) => `Move ${organisations(count)}`,
    'bulk.lock': ({ count }: Counted) => `Lock ${organisations(count)}`,
    'bulk.unlock': ({ count }: Counted) => `Unlock ${organisations(count)}`,
    'bulk.move-over': ({ count }: Counted) =>
      plural(count, {
        one: 'Move 1 onboarding over',
        other: `Move ${formats().number(count)} onboardings over`,
      }),
    'bulk.grant': ({ count }: Counted) => `Give ${accounts(count)} a role`,
    'bulk.disable': ({ count }: Counted) => `Disable ${accounts(count)}`,
    'bulk.enable': ({ count }: Counted) => `Enable ${accounts(count)}`,
  } as Record<string, (given: Counted) => string>,

  looking: 'Each row is being looked at…',
  notLooked: 'What would come of it could not be found out.',
  allCan: ({ count }: Counted) =>
    plural(count, {
      one: 'Nothing stands in the way.',
      other: `All ${formats().number(count)} can be changed.`,
    }),
  someCan: ({ allowed, count }: Counted & { allowed: number }) =>
    `${formats().number(allowed)} of ${formats().number(count)} can be changed.`,
  noneCan: 'Nothing of this can be changed.',
  cannot: ({ count }: Counted) => `${formats().number(count)} cannot:`,
  gone: ({ count }: Counted) =>
    plural(count, {
      one: '1 is not there any more, or out of your sight.',
      other: `${formats().number(count)} are not there any more, or out of your sight.`,
    }),
  named: ({ names, more }: Named) => {
    const shown = names.map((name) => isolated(name));
    const rest = more > 0 ? [`${formats().number(more)} more`] : [];
    return formats().list([...shown, ...rest]);
  },

  runs: 'Changes of many records',
  progress: ({ done, total }: { done: number; total: number }) =>
    `${formats().number(done)} of ${formats().number(total)}`,
  waiting: 'Waiting for its turn',
  allDone: ({ count }: Counted) =>
    plural(count, { one: '1 done.', other: `All ${formats().number(count)} done.` }),
  someDone: ({ done, failed }: { done: number; failed: number }) =>
    `${formats().number(done)} done, ${formats().number(failed)} not.`,
  cancelled: ({ done, total }: { done: number; total: number }) =>
    `Cancelled after ${formats().number(done)} of ${formats().number(total)}.`,
  stopped: ({ done, total }: { done: number; total: number }) =>
    `Stopped after ${formats().number(done)} of ${formats().number(total)}.`,
  cancel: 'Cancel',
  notCancelled: 'This could not be cancelled',
  dismiss: 'Hide',
  seeWhy: 'See which and why',

  outcomesOf: ({ what }: { what: string }) => `${what}: what became of each`,
  names: { done: 'Done', refused: 'Refused', failed: 'Failed', missing: 'Not there' },
  outOfSight: 'Not there any more, or out of your sight',
  noOutcomes: 'No row has an outcome yet.',
  more: 'Show more',
  close: 'Close',
};
