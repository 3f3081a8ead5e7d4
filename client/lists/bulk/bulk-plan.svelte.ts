import type { BulkPreview } from '../../../shared/bulk/contract.ts';
import { startBulk } from '../../../shared/bulk/endpoints.ts';
import type { Job } from '../../../shared/jobs/contract.ts';
import type { Api } from '../../core/api.ts';

/** Something to do to many rows: what would come of it, and the start. */
export class BulkPlan {
  readonly #api: Api;
  #preview = $state.raw<BulkPreview>();
  #failure = $state.raw<unknown>();
  #run = 0;

  constructor(api: Api) {
    this.#api = api;
  }

  get preview(): BulkPreview | undefined {
    return this.#preview;
  }

  get failure(): unknown {
    return this.#failure;
  }

  /** Asks what would come of it; the last question counts. */
  async foresee(body: { action: string }): Promise<void> {
    const run = (this.#run += 1);
    this.#preview = undefined;
    this.#failure = undefined;
    try {
      const { data } = await this.#api.call(startBulk, { query: { dryRun: 'true' }, body });
      if (run === this.#run && 'rows' in data) this.#preview = data;
    } catch (failure) {
      if (run === this.#run) this.#failure = failure;
    }
  }

  /** Starts the job; the same key over every try, so that it is started once. */
  async start(body: { action: string }, key: string): Promise<Job> {
    const { data } = await this.#api.call(startBulk, { query: {}, body, key });
    if ('rows' in data) throw new Error('It was foreseen, and not started.');
    return data;
  }
}
