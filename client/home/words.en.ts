import { formats } from '../../shared/core/words/formats.ts';
import { isolated } from '../../shared/core/isolated.ts';
import { parts, type Slot } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';

export const en = {
  needsYou: 'Needs you',
  nothingWaits: 'Nothing waits for you.',
  ends: ({ when }: { when: Slot }) => parts`ends ${when}`,
  waitsOn: ({ name }: { name: string }) => `waits on ${isolated(name)}`,
  open: 'Open',
  actions: {
    'access-request': 'Answer',
    'broken-glass': 'End it',
    'own-request': 'Open',
    'access-ends': 'Open',
    invitation: 'Open',
    suspended: 'Open',
    onboarding: 'Open',
    'onboardings-stalled': 'See which',
    'jobs-failed': 'See why',
    'jobs-uncertain': 'See which',
  },
  figuresOf: ({ name }: { name: string }) => `${isolated(name)} at a glance`,
  moreThan: ({ count }: { count: number }) => `${formats().number(count)}+`,
  added: ({ count, days }: { count: number; days: number }) =>
    plural(count, {
      one: `1 new in ${formats().number(days)} days`,
      other: `${formats().number(count)} new in ${formats().number(days)} days`,
    }),
  recent: 'Recently opened',
};
