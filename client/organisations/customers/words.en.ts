import { isolated } from '../../../shared/core/isolated.ts';
import { formats } from '../../../shared/core/words/formats.ts';
import { plural } from '../../../shared/core/words/plural.ts';

type Counted = { count: number };

const organisations = (count: number): string =>
  plural(count, { one: '1 organisation', other: `${formats().number(count)} organisations` });

export const en = {
  title: { customers: 'Customers', units: 'Units' },
  kinds: {
    platform: 'Platform',
    distributor: 'Distributor',
    partner: 'Partner',
    folder: 'Folder',
    tenant: 'Tenant',
    unit: 'Unit',
  },
  states: { active: 'Active', suspended: 'Suspended' },
  management: { managed: 'Managed', 'self-managed': 'Self-managed' },
  columns: {
    name: 'Name',
    kind: 'Kind',
    status: 'State',
    managementMode: 'Management',
    parent: 'Where',
    externalId: 'External id',
    contact: 'Contact',
    country: 'Country',
    currency: 'Currency',
    childCount: 'Below',
    createdAt: 'Created',
    updatedAt: 'Changed',
  },
  search: 'Search the customers',
  searchPlaceholder: 'Search by name or external id',
  total: ({ count }: Counted) => organisations(count),
  moreThan: ({ count }: { count: number }) => `More than ${formats().number(count)} organisations`,
  noneFound: ({ text }: { text: string }) => `No customer is called “${isolated(text)}”.`,
  noneFits: 'No customer fits these filters.',
  actionsOn: ({ name }: { name: string }) => `Actions on ${isolated(name)}`,
  none: 'No customers yet',
  createFirst: 'Create the first one. It appears at once for everybody who may see it.',
  create: 'Create',
};
