import * as endpoints from '../../shared/live/endpoints.ts';
import { commercial, everyReader, type Row } from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'read what happened',
    endpoint: endpoints.listActivity,
    target: 'acme',
    ...everyReader,
    ...commercial,
  },
];
