import { byTime } from '../core/by-time.ts';
import { DAY } from '../core/clock.ts';
import type { Work } from '../core/db/work.ts';
import { Notice } from './notice.entity.ts';

/** How long a notice is kept after it was given last. */
const KEPT_DAYS = 90;
/** How many go at a time. */
const BATCH = 1_000;

/** The sweep forgets what was told long ago. */
export function sweepNotices(work: Work): Promise<void> {
  return work.transaction('notice.sweep', async (tx) => {
    tx.signAs(byTime);
    const { em, now } = tx;
    const before = new Date(now.getTime() - KEPT_DAYS * DAY);
    em.remove(await em.find(Notice, { lastAt: { $lt: before } }, { limit: BATCH }));
  });
}
