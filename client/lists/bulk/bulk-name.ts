import type { Job } from '../../../shared/jobs/contract.ts';
import { words } from './words.ts';

/** What a job over many rows is called; `undefined` where it is another job. */
export function bulkName({ kind, progress }: Pick<Job, 'kind' | 'progress'>): string | undefined {
  return words.kinds[kind]?.({ count: progress.total });
}
