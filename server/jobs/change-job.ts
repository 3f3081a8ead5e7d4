import { Refusal } from '../../shared/core/refusals.ts';
import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/jobs/words.ts';
import type { JobState } from '../../shared/core/job-state.ts';
import { platformOf } from '../../shared/organisations/path.ts';
import type { Job as View } from '../../shared/jobs/contract.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import { timeParameter } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { Job } from '../core/jobs/job.entity.ts';
import { sessionIdOf } from '../sign-in/acting-session.ts';
import { locate } from '../organisations/require-organisation.ts';
import { requireJob } from './list-jobs.ts';
import { viewJob } from './view-job.ts';

/**
 * The caller ends a job that waits, or one that works in steps: its worker finds the lease gone at
 * the next one, which is undone. Any other that runs is about to end by itself.
 */
export function cancelJob(work: Work, id: string): Promise<View> {
  return work.transaction('job.cancel', async (tx) => {
    const now = timeParameter(tx.em, tx.now);
    return change(tx, id, {
      from: ['queued', 'running'],
      where: `(state = 'queued' or is_stepped)`,
      why: says.onlyWaiting,
      set: `state = 'cancelled', ended_at = ?, open_key = null, lease_token = null, lease_until = null`,
      values: [now],
    });
  });
}

/** The caller begins a job again that failed, was cancelled, or may have happened already. */
export function retryJob(work: Work, id: string): Promise<View> {
  return work.transaction('job.retry', async (tx) => {
    const now = timeParameter(tx.em, tx.now);
    const changed = await change(tx, id, {
      from: ['failed', 'cancelled', 'uncertain'],
      why: says.onlyEnded,
      set: `state = 'queued', ended_at = null, attempts = 0, next_at = ?, error = null,
            failed = case when is_stepped then failed else 0 end`,
      values: [now],
    });
    await actAnew(tx, id, work.caller.sessionHash);
    tx.begin(id);
    return changed;
  });
}

/** Whoever repeats a job of their own that acts as they may does so by the session of now. */
async function actAnew({ em, person }: Transaction, id: string, sessionHash: string | null) {
  await em.execute(
    'update jobs set session_id = ? where id = ? and account_id = ? and session_id is not null',
    [await sessionIdOf(em, sessionHash ?? ''), id, person.accountId],
  );
}

interface Change {
  from: readonly JobState[];
  where?: string;
  why: Said;
  set: string;
  values: unknown[];
}

/** One statement, so that it does nothing to a job that a worker has taken meanwhile. */
async function change(
  tx: Transaction,
  id: string,
  { from, where = 'true', why, set, values }: Change,
) {
  const { person } = tx;
  const { title, kind, accountId } = await requireJob(tx, id);
  const states = from.map((state) => `'${state}'`).join(', ');
  const changed = await tx.em.execute<unknown[]>(
    `update jobs set ${set}, updated_at = ?, version = version + 1
     where id = ? and state in (${states}) and ${where} returning id`,
    [...values, timeParameter(tx.em, tx.now), id],
  );
  if (changed.length === 0) throw new Refusal('job.state', why);
  const platform = await locate(tx.em, platformOf(person.homePath));
  if (platform) tx.at(platform);
  Object.assign(tx.notes, { job: id, kind, ...(accountId === person.accountId && { title }) });
  const [job] = await findRows(tx.em, Job, { id }, { omit: ['subject'] });
  return viewJob(job as Row<Job>, person.accountId);
}
