import type { BulkPreview } from '../../../shared/bulk/contract.ts';
import { startBulk } from '../../../shared/bulk/endpoints.ts';
import type { Job } from '../../../shared/jobs/contract.ts';
import type { Api } from '../../core/api.ts';

/** A bulk action before it runs: its preview, and its start. */
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

  /** The preview is requested; only the latest request counts. */
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

  /** The job is started; with the same key over retries, it is started only once. */
  async start(body: { action: string }, key: string): Promise<Job> {
    const { data } = await this.#api.call(startBulk, { query: {}, body, key });
    if ('rows' in data) throw new Error('It was foreseen, and not started.');
    return data;
  }
}
