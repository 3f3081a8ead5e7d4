import { answersPage, answersValue, endpoint, takesQuery } from '../core/endpoint.ts';
import type { Job, JobOutcome, JobQuery, OutcomeQuery } from './contract.ts';

export const listJobs = endpoint(
  'GET /jobs',
  answersPage<typeof Job>(),
  takesQuery<typeof JobQuery>(),
);

export const findJob = endpoint('GET /jobs/:id', answersValue<typeof Job>());

export const listOutcomes = endpoint(
  'GET /jobs/:id/outcomes',
  answersPage<typeof JobOutcome>(),
  takesQuery<typeof OutcomeQuery>(),
);

export const cancelJob = endpoint('POST /jobs/:id/cancel', answersValue<typeof Job>());

export const retryJob = endpoint('POST /jobs/:id/retry', answersValue<typeof Job>());
