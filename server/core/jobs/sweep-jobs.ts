import { DAY } from '../clock.ts';
import { type EntityManager, timeParameter } from '../db/open-database.ts';

/** How long it can be read what became of a job. */
const KEPT_FOR = 30 * DAY;

/** The sweep forgets the jobs that ended more than a month ago, with what became of their rows. */
export async function sweepJobs(em: EntityManager, now: Date): Promise<void> {
  const until = timeParameter(em, new Date(now.getTime() - KEPT_FOR));
  await em.execute(
    'delete from job_outcomes where job_id in (select id from jobs where ended_at < ?)',
    [until],
  );
  await em.execute('delete from jobs where ended_at < ?', [until]);
}
