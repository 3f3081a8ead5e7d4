import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';

type Named = { name: string };

export const en = {
  organisations: 'Organisations',
  filter: 'Filter organisations',
  noneYet:
    'You have no access to an organisation yet. Somebody who manages one can give you a role.',
  noMatch: ({ text }: { text: string }) => `No organisation matches “${isolated(text)}”.`,
  searchFailed: 'The search failed.',
  retry: 'Try again',
  notLoaded: 'Could not be loaded.',
  loading: 'Loading',
  kinds: {
    platform: 'platform',
    distributor: 'distributor',
    partner: 'partner',
    folder: 'folder',
    tenant: 'tenant',
    unit: 'unit',
  },
  suspended: 'suspended',
  selfManaged: 'self-managed',
  requests: ({ count }: { count: number }) =>
    plural(count, {
      one: '1 request for access',
      other: `${formats().number(count)} requests for access`,
    }),
  row: ({ name, facts }: Named & { facts: readonly string[] }) =>
    [isolated(name), ...facts].join(', '),
  facts: ({ facts }: { facts: readonly string[] }) => facts.join(', '),
  isHere: ({ name }: Named) => `${isolated(name)} is here`,
};
