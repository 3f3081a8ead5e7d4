import * as endpoints from '../../shared/documents/endpoints.ts';
import { everyAdmin, everyReader, type PlainRow, type Row } from '../security/matrix-row.ts';

const file = { kind: 'contract', name: 'Contract.pdf', size: 10 };

export const rows: readonly Row[] = [
  {
    operation: 'list its documents',
    endpoint: endpoints.listDocuments,
    target: 'acme',
    ...everyReader,
  },
  {
    operation: 'announce a document for those above too',
    endpoint: endpoints.reserveUpload,
    target: 'acme',
    ...everyAdmin,
    body: { ...file, visibility: 'shared' },
    answers: 201,
  },
  {
    operation: 'announce a document for those inside alone',
    endpoint: endpoints.reserveUpload,
    target: 'acme',
    at: ['TenantAdministrator'],
    body: { ...file, visibility: 'inside' },
    answers: 201,
  },
];

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.findDocument, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.listVersions, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.readContent, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.removeDocument, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.restoreDocument, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.findUpload, everybody: 404, signedOut: 401 },
  {
    endpoint: { method: 'PATCH', path: '/uploads/:id' }, // by tus, which no endpoint describes
    everybody: 404,
    signedOut: 401,
  },
  { endpoint: endpoints.cancelUpload, everybody: 404, signedOut: 401 },
];
