import * as endpoints from '../../shared/access/endpoints.ts';
import { adminsToPartner, everyAdmin, everyReader, type Row } from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'ask what moving it would change',
    endpoint: endpoints.previewMove,
    target: 'acme',
    above: adminsToPartner,
    body: { parentId: '@alder' },
  },
  {
    operation: 'list who holds a role',
    endpoint: endpoints.listGrantsAt,
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'list the roles of an account',
    endpoint: endpoints.listGrantsOf,
    target: 'acme',
    of: 'account',
    ...everyReader,
  },
  {
    operation: 'give a role',
    endpoint: endpoints.giveGrant,
    target: 'acme',
    of: 'new account',
    ...everyAdmin,
    body: { role: 'TenantReader', organisationId: '@acme' },
    answers: 201,
  },
  {
    operation: 'make a role another one',
    endpoint: endpoints.changeGrant,
    target: 'acme',
    of: 'new grant',
    ...everyAdmin,
    body: { role: 'TenantAdministrator' },
  },
  {
    operation: 'take a role',
    endpoint: endpoints.revokeGrant,
    target: 'acme',
    of: 'new grant',
    ...everyAdmin,
    answers: 204,
  },
];
