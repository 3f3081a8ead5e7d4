import * as endpoints from '../../shared/jobs/endpoints.ts';
import type { PlainRow } from '../security/matrix-row.ts';

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.listJobs, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.findJob, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.listOutcomes, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.cancelJob, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.retryJob, everybody: 404, signedOut: 401 },
];
