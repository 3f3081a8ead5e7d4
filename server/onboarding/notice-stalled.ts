import { byTime } from '../core/by-time.ts';
import type { Work } from '../core/db/work.ts';
import { Onboarding } from './onboarding.entity.ts';

/** So many are looked for at a time; the others at the next. */
const BATCH = 500;

/**
 * Onboardings in which nothing changed for long are marked as stalled, until something does [O10]:
 * each by itself, since its audit record is read by those of its organisation.
 */
export async function noticeStalled(work: Work): Promise<void> {
  const due = await work.read(({ em, now }) => {
    const where = { state: 'in-progress', stalledSince: null, stallsAt: { $lte: now } } as const;
    return em.find(Onboarding, where, { fields: ['id'], limit: BATCH });
  });
  for (const { id } of due) {
    await work.transaction('onboarding.stall', async (tx) => {
      tx.signAs(byTime);
      const where = { id, stalledSince: null, stallsAt: { $lte: tx.now } };
      const onboarding = await tx.em.findOne(Onboarding, where);
      if (onboarding) onboarding.stalledSince = onboarding.stallsAt;
    });
  }
}
