import type { Action } from '../../shared/access/actions.ts';
import type { PlaceName } from '../support/places.ts';
import type { Held } from './situations.ts';

/** What each kind of account may do, as the product's documents put it, word by word. */
export const operations = `
  operation                                           | users | tenant and unit administrators | partner and folder administrators | distributor, platform
  create tenants (for a tenant administrator: units)  | no    | yes | yes | yes
  create accounts                                     | no    | yes | yes | yes
  download and install the software                   | yes   | yes | no  | no
  manage services                                     | yes   | yes | yes | yes
  create reports about service usage                  | no    | yes | yes | yes
  configure branding                                  | no    | no  | yes | yes
`;

/** The action of each operation; of a tenant administrator's where that is another. */
export const operationActions: Record<string, { action: Action; ofTenants?: Action }> = {
  'create tenants (for a tenant administrator: units)': {
    action: 'organisation.createTenant',
    ofTenants: 'organisation.createUnit',
  },
  'create accounts': { action: 'account.invite' },
  'download and install the software': { action: 'software.download' },
  'manage services': { action: 'services.manage' },
  'create reports about service usage': { action: 'report.create' },
  'configure branding': { action: 'branding.edit' },
};

/** Who stands for a column, and the place at which each of them tries. */
export const operators: Record<string, [Held, PlaceName][]> = {
  'tenant and unit administrators': [
    ['TenantAdministrator@acme', 'acme'],
    ['TenantAdministrator@acme', 'labs'],
    ['TenantAdministrator@labs', 'labs'],
  ],
  'partner and folder administrators': [
    ['PartnerAdministrator@alder', 'alder'],
    ['PartnerAdministrator@alder', 'grove'],
    ['PartnerAdministrator@grove', 'grove'],
  ],
  'distributor, platform': [
    ['DistributorAdministrator@north', 'alder'],
    ['DistributorAdministrator@north', 'grove'],
    ['PlatformAdministrator@platform', 'alder'],
    ['PlatformAdministrator@platform', 'grove'],
  ],
};
