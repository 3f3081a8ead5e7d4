import * as endpoints from '../../shared/search/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.search, everybody: 200, signedOut: 401 },
];
