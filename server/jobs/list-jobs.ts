import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { JobState } from '../../shared/core/job-state.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Job as View, JobQuery } from '../../shared/jobs/contract.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import { findPage } from '../core/db/keyset-page.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { Job } from '../core/jobs/job.entity.ts';
import { administersJobs, viewJob } from './view-job.ts';

const SEALED = ['subject'];

/** What of others is shown to who runs the platform: what left is between those inside. */
const stuck: readonly JobState[] = ['failed', 'uncertain', 'cancelled'];

/** The jobs that the caller caused, and to who runs the platform those that did not leave [J6]. */
export function listJobs(
  work: Work,
  { kind, state, limit, cursor }: JobQuery,
): Promise<Page<View>> {
  return work.read(async (reading) => {
    const { accountId } = reading.person;
    const own = (await administersJobs(reading))
      ? { $or: [{ accountId }, { state: { $in: stuck } }] }
      : { accountId };
    const where = { $and: [own], ...(kind !== undefined && { kind }), ...(state && { state }) };
    const order = { column: 'createdAt', direction: 'desc' } as const;
    const list = ['jobs', where];
    const page = await findPage(reading.em, Job, where, order, {
      ...{ limit, list, omit: SEALED },
      ...(cursor !== undefined && { cursor }),
    });
    return { ...page, items: page.items.map((job) => viewJob(job, accountId)) };
  });
}

/** One job, to who may see it. */
export function findJob(work: Work, id: string): Promise<View> {
  return work.read(async (reading) =>
    viewJob(await requireJob(reading, id), reading.person.accountId),
  );
}

/** A job that the caller just queued. */
export async function viewOwnJob(reading: Reading, id: string): Promise<View> {
  return viewJob(await requireJob(reading, id), reading.person.accountId);
}

/** The row of a job that the caller may see; others do not exist for them. */
export async function requireJob(reading: Reading, id: string): Promise<Row<Job>> {
  if (!isId(id)) throw new Refusal('not-found');
  const [job] = await findRows(reading.em, Job, { id }, { omit: SEALED });
  const isVisible =
    job?.accountId === reading.person.accountId ||
    (job && stuck.includes(job.state) && (await administersJobs(reading)));
  if (!job || !isVisible) throw new Refusal('not-found');
  return job;
}
