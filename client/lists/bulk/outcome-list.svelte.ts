import type { Job, JobOutcome } from '../../../shared/jobs/contract.ts';
import { listOutcomes } from '../../../shared/jobs/endpoints.ts';
import type { Api } from '../../core/api.ts';

const PAGE = 50;

/**
 * The outcomes of a finished job's rows, page by page. Where some rows were not done, only those
 * are listed, since they are what one looks for.
 */
export class OutcomeList {
  readonly #api: Api;
  readonly #job: Job;
  #items = $state.raw<readonly JobOutcome[]>();
  #cursor = $state.raw<string | null>(null);
  #error = $state.raw<unknown>();
  /** The kinds of outcome still to be read, each a list of its own on the server. */
  #left = $state.raw<readonly JobOutcome['outcome'][]>([]);

  constructor(api: Api, job: Job) {
    this.#api = api;
    this.#job = job;
    this.#left = job.progress.failed > 0 ? ['refused', 'failed', 'missing'] : ['done'];
    void this.more();
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#error !== undefined) return 'error';
    return this.#items ? 'ready' : 'loading';
  }

  get items(): readonly JobOutcome[] {
    return this.#items ?? [];
  }

  get error(): unknown {
    return this.#error;
  }

  get hasMore(): boolean {
    return this.#left.length > 0;
  }

  retry(): void {
    this.#error = undefined;
    void this.more();
  }

  /** The next page is read, through the kinds of outcome one after the other. */
  async more(): Promise<void> {
    const found = [...this.items];
    const enough = found.length + PAGE;
    try {
      for (let [outcome] = this.#left; outcome !== undefined; [outcome] = this.#left) {
        const cursor = this.#cursor;
        const { data } = await this.#api.call(listOutcomes, {
          id: this.#job.id,
          query: { outcome, limit: PAGE, ...(cursor !== null && { cursor }) },
        });
        found.push(...data.items);
        this.#cursor = data.nextCursor;
        if (data.nextCursor === null) this.#left = this.#left.slice(1);
        if (found.length >= enough) break;
      }
      this.#items = found;
    } catch (error) {
      this.#error = error;
    }
  }
}
