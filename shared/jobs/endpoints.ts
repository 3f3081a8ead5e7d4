import { answersPage, answersValue, endpoint, takesQuery } from '../core/endpoint.ts';
import type { Job, JobQuery } from './contract.ts';

export const listJobs = endpoint(
  'GET /jobs',
  answersPage<typeof Job>(),
  takesQuery<typeof JobQuery>(),
);

export const findJob = endpoint('GET /jobs/:id', answersValue<typeof Job>());

export const cancelJob = endpoint('POST /jobs/:id/cancel', answersValue<typeof Job>());

export const retryJob = endpoint('POST /jobs/:id/retry', answersValue<typeof Job>());
