import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';

export const en = {
  title: 'Onboardings',
  board: 'Board',
  table: 'Table',
  funnel: 'Funnel',
  funnelHint: 'Onboardings that began in the last year, as far as you may see inside.',
  fates: { done: 'Done', waived: 'Waived', open: 'Open', abandoned: 'Given up' },
  fate: ({ fate, count }: { fate: string; count: number }) => `${fate}: ${formats().number(count)}`,
  medianDays: ({ days }: { days: number }) =>
    days === 0
      ? 'median less than a day'
      : plural(days, { one: 'median 1 day', other: `median ${formats().number(days)} days` }),
  medianMore: ({ days }: { days: number }) =>
    plural(days, { one: 'more than 1 day', other: `more than ${formats().number(days)} days` }),
  tooFew: 'too few for a median',
  ofReached: ({ count }: { count: number }) =>
    plural(count, {
      one: 'of 1 that reached it',
      other: `of ${formats().number(count)} that reached it`,
    }),
  place: ({ name }: { name: string }) => `In ${isolated(name)}`,
  groupBy: ({ by }: { by: string }) => `Columns: ${by}`,
  by: { step: 'Current step', waitsOn: 'Waiting on', owner: 'Taken care of by', parent: 'Parent' },
  state: 'State',
  states: { 'in-progress': 'In progress', done: 'Done', all: 'All' },
  waitsOn: 'Waiting on',
  sides: {
    platform: 'The platform',
    parent: 'The level above',
    own: 'The organisation',
    outside: 'Somebody outside',
  },
  stalled: 'Stalled',
  onlyStalled: 'Only stalled ones',
  shown: ({ shown, total }: { shown: number; total: number }) =>
    shown === total
      ? plural(total, {
          one: '1 onboarding',
          other: `${formats().number(total)} onboardings`,
        })
      : `${formats().number(shown)} of ${formats().number(total)} onboardings`,
  moved: ({ count }: { count: number }) =>
    plural(count, { one: '1 moved', other: `${formats().number(count)} moved` }),
  finished: 'Done',
  nobody: 'Nobody yet',
  noParent: 'At the top',
  due: ({ date }: { date: string }) => `due ${date}`,
  overdue: 'Overdue',
  columns: {
    organisation: 'Organisation',
    progress: 'Progress',
    step: 'Current step',
    waitsOn: 'Waiting on',
    owner: 'Taken care of by',
    parent: 'Parent',
    changed: 'Last progress',
  },
  selfManaged: 'Self-managed',
  selfManagedHint: 'Behind a barrier only shows whether an onboarding is done.',
  outlines: ({ open, done }: { open: number; done: number }) =>
    `${formats().number(open)} in progress, ${formats().number(done)} done`,
  none: 'No onboardings here',
  noneHint:
    'Every distributor, partner and tenant that is created below gets one, and shows up here at once.',
  noneLike: 'No onboardings like this',
  noneLikeHint: 'Take a filter away to see more.',
  clear: 'Clear the filters',
};
