import * as endpoints from '../../shared/access-requests/endpoints.ts';
import {
  admins,
  commercial,
  everyReader,
  type PlainRow,
  type Row,
} from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'list who asked for access',
    endpoint: endpoints.listRequestsAt,
    target: 'acme',
    ...everyReader,
    ...commercial, // their own requests alone
  },
  {
    operation: 'ask for access',
    endpoint: endpoints.requestAccess,
    target: 'acme',
    overBarrier: admins,
    body: { role: 'TenantReader', reason: 'The import fails.', days: 1 },
    answers: 201,
  },
  {
    operation: 'break the glass',
    endpoint: endpoints.breakGlass,
    target: 'bench', // where no other row needs it closed
    overBarrier: ['PlatformAdministrator'],
    body: { reason: 'The importer burns.', hours: 1 },
    answers: 201,
  },
  {
    operation: 'ask why',
    endpoint: endpoints.explainAccess,
    target: 'acme',
    ...everyReader,
    ...commercial,
    query: 'action=organisation.edit&at=@acme',
  },
];

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.listOpenRequests, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.approveRequest, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.refuseRequest, everybody: 404, signedOut: 401, body: {} },
  { endpoint: endpoints.withdrawRequest, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.endAccess, everybody: 404, signedOut: 401 },
];
