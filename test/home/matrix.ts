import * as endpoints from '../../shared/home/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.findHome, everybody: 200, signedOut: 401 },
];
