import type { Job } from '../../../shared/jobs/contract.ts';

/** The bulk jobs that were started in this tab, until they are dismissed. */
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
