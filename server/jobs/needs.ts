import { says } from '../../shared/jobs/words.ts';
import type { Reading } from '../core/db/reading.ts';
import type { NeedFound } from '../core/home.ts';
import { administersJobs } from './view-job.ts';

const lines = [
  { state: 'failed', message: says.haveFailed },
  { state: 'uncertain', message: says.areUncertain },
] as const;

interface Row {
  state: string;
  total: number | string;
  since: string | number | Date;
}

/** What did not leave: the caller's own, and to who runs the platform everybody's [J6]. */
export async function findJobNeeds(reading: Reading): Promise<NeedFound[]> {
  const { em, person } = reading;
  const isAll = await administersJobs(reading);
  const rows = await em.execute<Row[]>(
    `select state, count(*) as total, min(created_at) as since from jobs
     where state in ('failed', 'uncertain') ${isAll ? '' : 'and account_id = ?'}
     group by state`,
    isAll ? [] : [person.accountId],
  );
  return lines.flatMap(({ state, message }) => {
    const found = rows.find((row) => row.state === state);
    if (!found) return [];
    return {
      kind: `jobs-${state}`,
      subjectId: person.accountId,
      organisationId: null,
      message: message({ count: Number(found.total) }),
      since: new Date(found.since),
      waitsOn: null,
      href: `/operations?state=${state}`,
    };
  });
}
