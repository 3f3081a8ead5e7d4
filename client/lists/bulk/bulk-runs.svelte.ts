import type { Job } from '../../../shared/jobs/contract.ts';

/**
 * The jobs over many rows that were started on this page, until they are dismissed. What shows
 * them, whichever page is drawn meanwhile, follows them too.
 */
export class BulkRuns {
  #all = $state.raw<readonly Job[]>([]);

  get all(): readonly Job[] {
    return this.#all;
  }

  add(job: Job): void {
    this.#all = [...this.#all, job];
  }

  take(job: Job): void {
    this.#all = this.#all.map((each) => (each.id === job.id ? job : each));
  }

  dismiss({ id }: Job): void {
    this.#all = this.#all.filter((each) => each.id !== id);
  }
}
