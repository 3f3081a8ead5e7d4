import type { Page } from '../../shared/core/paging.ts';
import type { JobOutcome as View, OutcomeQuery } from '../../shared/jobs/contract.ts';
import { sequenceCursors } from '../core/db/cursors.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { Work } from '../core/db/work.ts';
import { JobOutcome } from '../core/jobs/job-outcome.entity.ts';
import { requireJob } from './list-jobs.ts';

/** What became of the rows of a job, to who may see it; names and reasons to who started it. */
export function listOutcomes(
  work: Work,
  id: string,
  { outcome, limit, cursor }: OutcomeQuery,
): Promise<Page<View>> {
  return work.read(async (reading) => {
    const { accountId } = await requireJob(reading, id);
    const isOwn = accountId === reading.person.accountId;
    const cursors = sequenceCursors('outcomes', id, outcome);
    const after = cursor === undefined ? 0 : cursors.read(cursor);
    const where = { jobId: id, row: { $gt: after }, ...(outcome && { outcome }) };
    const found = await findRows(reading.em, JobOutcome, where, {
      orderBy: [{ row: 'asc' }],
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => viewOutcome(row, isOwn)),
      nextCursor: found.length > limit && last ? cursors.write(last.row) : null,
    };
  });
}

function viewOutcome(
  { row, subject, title, outcome, problem }: Row<JobOutcome>,
  isOwn: boolean,
): View {
  if (!isOwn || !problem) {
    return { row, subject, title: isOwn ? title : null, outcome, message: null };
  }
  const { detail, code, reason, params, checks } = problem;
  return {
    ...{ row, subject, title, outcome, code },
    message: detail,
    ...(reason !== undefined && { reason }),
    ...(params && { params }),
    ...(checks && { checks }),
  };
}
