import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';
import type { Words } from '../../../shared/core/words/words.ts';
import type { en } from './words.en.ts';

export const de = {
  organisations: 'Organisationen',
  filter: 'Organisationen filtern',
  noneYet:
    'Sie haben noch auf keine Organisation Zugriff. Wer eine verwaltet, kann Ihnen eine Rolle geben.',
  noMatch: ({ text }) => `Keine Organisation passt zu „${isolated(text)}“.`,
  searchFailed: 'Die Suche ist fehlgeschlagen.',
  retry: 'Erneut versuchen',
  notLoaded: 'Konnte nicht geladen werden.',
  loading: 'Wird geladen',
  kinds: {
    platform: 'Plattform',
    distributor: 'Distributor',
    partner: 'Partner',
    folder: 'Ordner',
    tenant: 'Mandant',
    unit: 'Einheit',
  },
  suspended: 'ausgesetzt',
  selfManaged: 'verwaltet sich selbst',
  requests: ({ count }) =>
    plural(count, {
      one: '1 Zugriffsanfrage',
      other: `${formats().number(count)} Zugriffsanfragen`,
    }),
  row: ({ name, facts }) => [isolated(name), ...facts].join(', '),
  facts: ({ facts }) => facts.join(', '),
  isHere: ({ name }) => `${isolated(name)} ist hier`,
} satisfies Words<typeof en>;
