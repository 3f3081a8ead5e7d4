import { Job, JobOutcome, JobQuery, OutcomeQuery } from '../../shared/jobs/contract.ts';
import * as endpoints from '../../shared/jobs/endpoints.ts';
import { serve } from '../core/http/serve.ts';
import { cancelJob, retryJob } from './change-job.ts';
import { findJob, listJobs } from './list-jobs.ts';
import { listOutcomes } from './list-outcomes.ts';

/** What runs beside requests, mails among it. */
export function jobRoutes() {
  return serve('jobs', endpoints, (on) => {
    on(
      endpoints.listJobs,
      {
        summary:
          'List the jobs that one caused, and to who runs the platform those of others that did not leave',
        query: JobQuery,
        answer: Job,
      },
      ({ work, query }) => listJobs(work, query),
    );
    on(endpoints.findJob, { summary: 'Read a job', answer: Job }, ({ work, id }) =>
      findJob(work, id),
    );
    on(
      endpoints.listOutcomes,
      { summary: 'List what became of its rows', query: OutcomeQuery, answer: JobOutcome },
      ({ work, id, query }) => listOutcomes(work, id, query),
    );
    on(
      endpoints.cancelJob,
      { summary: 'Cancel a job that waits, or works in steps', answer: Job },
      ({ work, id }) => cancelJob(work, id),
    );
    on(
      endpoints.retryJob,
      { summary: 'Repeat a job that failed, was cancelled or is uncertain', answer: Job },
      ({ work, id }) => retryJob(work, id),
    );
  });
}
