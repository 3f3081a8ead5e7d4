import { findJob } from '../../../shared/jobs/endpoints.ts';
import type { Job } from '../../../shared/jobs/contract.ts';
import { type Api, ApiError } from '../../core/api.ts';
import type { BulkRuns } from './bulk-runs.svelte.ts';

const LOOK_EVERY_MS = 1_000;
/** The time until a fully successful job is dismissed by itself. */
const GOES_AFTER_MS = 8_000;

/** A job is polled every second until it ends; the returned function stops that. */
export function followRun(api: Api, runs: BulkRuns, job: Job): () => void {
  let timer = setTimeout(look, LOOK_EVERY_MS / 4); // a few rows are done in no time

  function look(): void {
    void api.call(findJob, { id: job.id }).then(
      ({ data }) => {
        runs.take(data);
        if (data.endedAt === null) timer = setTimeout(look, LOOK_EVERY_MS);
        else if (isAllDone(data)) timer = setTimeout(() => runs.dismiss(job), GOES_AFTER_MS);
      },
      (error: unknown) => {
        // refused, as after a sign-out: dismissed; after a connection error: polled again
        if (error instanceof ApiError && error.status < 500) runs.dismiss(job);
        else timer = setTimeout(look, LOOK_EVERY_MS);
      },
    );
  }

  return () => {
    clearTimeout(timer);
  };
}

function isAllDone({ state, progress }: Job): boolean {
  return state === 'done' && progress.failed === 0;
}
