import type { Organisation as View, WithReason } from '../../shared/organisations/contract.ts';
import type { Work } from '../core/db/work.ts';
import { actingLevel } from './acting-level.ts';
import { causeOf } from './change-status.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/**
 * An administrator freezes an organisation for everyone below the level of the locker's own grant:
 * the innermost one above the organisation that may lock it [H10]. Levels above may raise a lock to
 * theirs. Who set it, when and why stays with it [H15].
 */
export function lockOrganisation(work: Work, id: string, why: WithReason = {}): Promise<View> {
  return work.transaction('organisation.lock', async (tx) => {
    const { organisation, place } = await requireOrganisation(tx, id, 'organisation.lock');

    const level = actingLevel(tx.person, 'organisation.lock', place);
    const highest = place.find(({ id }) => id === level || id === organisation.lockedAt);
    if (level !== null && highest?.id === level) {
      organisation.lock(level, causeOf(tx, why));
    }

    await tx.em.flush();
    return viewOrganisation(tx.em, organisation);
  });
}

/** An administrator takes a lock off; for the level that set it and those above. */
export function unlockOrganisation(work: Work, id: string): Promise<View> {
  return work.transaction('organisation.unlock', async (tx) => {
    const { organisation } = await requireOrganisation(tx, id, 'organisation.unlock');

    organisation.unlock();

    await tx.em.flush();
    return viewOrganisation(tx.em, organisation);
  });
}
