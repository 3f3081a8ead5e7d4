import * as endpoints from '../../shared/views/endpoints.ts';
import { everyAdmin, everyReader, type PlainRow, type Row } from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'list the views of its accounts',
    endpoint: endpoints.listViews,
    target: 'acme',
    ...everyReader,
    query: 'list=accounts',
  },
  {
    operation: 'share a view of its accounts',
    endpoint: endpoints.saveView,
    target: 'acme',
    ...everyAdmin,
    body: { list: 'accounts', name: 'Locked', query: { status: 'locked' }, isShared: true },
    answers: 201,
  },
];

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.findView, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.editView, everybody: 404, signedOut: 401, body: { name: 'Mine' } },
  { endpoint: endpoints.deleteView, everybody: 404, signedOut: 401 },
];
