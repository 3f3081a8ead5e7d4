import { formats } from '../../shared/core/words/formats.ts';
import { isolated } from '../../shared/core/isolated.ts';
import { parts } from '../../shared/core/words/parts.ts';
import { plural } from '../../shared/core/words/plural.ts';
import type { Words } from '../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  needsYou: 'Wartet auf Sie',
  nothingWaits: 'Nichts wartet auf Sie.',
  ends: ({ when }) => parts`endet ${when}`,
  waitsOn: ({ name }) => `wartet auf ${isolated(name)}`,
  open: 'Öffnen',
  actions: {
    'access-request': 'Beantworten',
    'broken-glass': 'Beenden',
    'own-request': 'Öffnen',
    'access-ends': 'Öffnen',
    invitation: 'Öffnen',
    suspended: 'Öffnen',
    onboarding: 'Öffnen',
    'onboardings-stalled': 'Ansehen',
    'jobs-failed': 'Grund ansehen',
    'jobs-uncertain': 'Ansehen',
  },
  figuresOf: ({ name }) => `${isolated(name)} auf einen Blick`,
  moreThan: ({ count }) => `${formats().number(count)}+`,
  added: ({ count, days }) =>
    plural(count, {
      one: `1 neu in ${formats().number(days)} Tagen`,
      other: `${formats().number(count)} neu in ${formats().number(days)} Tagen`,
    }),
  recent: 'Zuletzt geöffnet',
} satisfies Words<typeof en>;
