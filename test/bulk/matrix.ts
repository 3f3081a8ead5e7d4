import * as endpoints from '../../shared/bulk/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

export const plainRows: readonly PlainRow[] = [
  {
    endpoint: endpoints.startBulk,
    everybody: 202, // what is out of sight is missing
    signedOut: 401,
    body: { action: 'suspend', ids: ['0190f3a0-0000-7000-8000-000000000000'] },
  },
];
