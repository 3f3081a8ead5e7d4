import * as endpoints from '../../shared/people/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.findPreferences, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.editPreferences, everybody: 200, signedOut: 401, body: { language: 'de' } },
];
