import * as endpoints from '../../shared/tokens/endpoints.ts';
import { everyAdmin, everyReader, type PlainRow, type Row } from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'see what closing it would end',
    endpoint: endpoints.previewClosing,
    target: 'acme',
    at: ['TenantAdministrator'],
  },
  {
    operation: 'list the API tokens of an account',
    endpoint: endpoints.listTokensOf,
    target: 'acme',
    of: 'account',
    ...everyReader,
  },
  {
    operation: 'list the API tokens that reach it',
    endpoint: endpoints.listTokensAt,
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'make an API token',
    endpoint: endpoints.makeToken,
    target: 'acme',
    ...everyAdmin,
    body: { name: 'Export', role: 'TenantReader', organisationId: '@acme', expiresInDays: 1 },
    answers: 201,
  },
  {
    operation: 'revoke an API token',
    endpoint: endpoints.revokeToken,
    target: 'acme',
    of: 'new token',
    ...everyAdmin,
    answers: 204,
  },
];

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.listOwnTokens, everybody: 200, signedOut: 401 },
];
