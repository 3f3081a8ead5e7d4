import type { OutcomeName } from '../../../shared/core/job-state.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { type EntityManager, timeParameter } from '../db/open-database.ts';
import { LeaseLost } from './kind.ts';
import type { Lease } from './leases.ts';

/** What became of the next row of a job. */
export interface Step {
  /** The row, from 1 on: it counts only if it is the next. */
  row: number;
  subject: string;
  title: string | null;
  outcome: OutcomeName;
  problem: Problem | null;
}

/**
 * The outcome of a row is noted, in the transaction that did it: both are there or neither, so a
 * killed worker repeats nothing and skips nothing [J7]. Throws where the job was cancelled, or
 * another worker has it.
 */
export async function checkpoint(
  em: EntityManager,
  { id, token }: Lease,
  { row, subject, title, outcome, problem }: Step,
  now: Date,
): Promise<void> {
  const isDone = outcome === 'done';
  const moved = await em.execute<unknown[]>(
    `update jobs set done = done + ?, failed = failed + ?, attempts = 1, error = null,
       updated_at = ?, version = version + 1
     where id = ? and lease_token = ? and ended_at is null and done + failed = ?
     returning id`,
    [isDone ? 1 : 0, isDone ? 0 : 1, timeParameter(em, now), id, token, row - 1],
  );
  if (moved.length === 0) throw new LeaseLost();
  await em.execute(
    `insert into job_outcomes (job_id, "row", subject, title, outcome, problem)
     values (?, ?, ?, ?, ?, ?)`,
    [id, row, subject, title, outcome, problem && JSON.stringify(problem)],
  );
}
