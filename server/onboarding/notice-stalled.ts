import { byTime } from '../core/by-time.ts';
import type { Work } from '../core/db/work.ts';
import { Onboarding } from './onboarding.entity.ts';

/** So many are looked at in one transaction. */
const BATCH = 500;

/** Onboardings in which nothing changed for long are marked as stalled, until something does [O10]. */
export function noticeStalled(work: Work): Promise<void> {
  return work.transaction('onboarding.stall', async (tx) => {
    tx.signAs(byTime);
    const { em, now } = tx;
    const where = { state: 'in-progress', stalledSince: null, stallsAt: { $lte: now } } as const;
    for (const onboarding of await em.find(Onboarding, where, { limit: BATCH })) {
      onboarding.stalledSince = onboarding.stallsAt;
    }
  });
}
