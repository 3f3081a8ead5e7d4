import type { Job } from '../../../shared/jobs/contract.ts';
import { words } from './words.ts';

/** The title of a bulk job; `undefined` for any other job. */
export function bulkName({ kind, progress }: Pick<Job, 'kind' | 'progress'>): string | undefined {
  return words.kinds[kind]?.({ count: progress.total });
}
