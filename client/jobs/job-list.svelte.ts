import type { JobState } from '../../shared/core/job-state.ts';
import type { Job } from '../../shared/jobs/contract.ts';
import { cancelJob, listJobs, retryJob } from '../../shared/jobs/endpoints.ts';
import type { Api } from '../core/api.ts';
import { whileAttended } from '../core/attention.ts';
import type { Live } from '../live/live.svelte.ts';
import { PagedList } from '../lists/paged-list.svelte.ts';

interface Chosen {
  state: JobState | undefined;
}

/** The jobs that this person caused, and to who runs the platform those of others that did not leave. */
export class JobList {
  readonly list: PagedList<Job, Chosen>;
  readonly #api: Api;

  constructor(api: Api, live: Live, state: JobState | undefined) {
    this.#api = api;
    this.list = new PagedList(live, {
      read: (query) => api.call(listJobs, { query }),
      asked: undefined,
      concerns: () => false,
      query: { state },
      watch: whileAttended,
    });
  }

  get state(): JobState | undefined {
    return this.list.query.state;
  }

  choose(state: JobState | undefined): void {
    this.list.ask({ state });
  }

  async repeat({ id }: Job): Promise<void> {
    await this.#api.call(retryJob, { id });
    this.list.retry();
  }

  async cancel({ id }: Job): Promise<void> {
    await this.#api.call(cancelJob, { id });
    this.list.retry();
  }
}
