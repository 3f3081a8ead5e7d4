import { decide } from '../../shared/access/decide.ts';
import type { Organisation as View } from '../../shared/organisations/contract.ts';
import type { Work } from '../core/db/work.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/**
 * Freezes an organisation for everyone below the level of the locker's own grant: the innermost
 * one above the organisation that may lock it [H10]. Levels above may raise a lock to theirs.
 */
export function lockOrganisation(work: Work, id: string): Promise<View> {
  return work.transaction('organisation.lock', async (tx) => {
    const { organisation, place } = await requireOrganisation(tx, id, 'organisation.lock');

    const levels = place.filter((link) => {
      const grants = tx.person.grants.filter((grant) => grant.organisationId === link.id);
      return decide({ ...tx.person, grants }, 'organisation.lock', place).allowed;
    });
    const level = levels.at(-1);
    const [highest] = place.filter(({ id }) => id === level?.id || id === organisation.lockedAt);
    if (level && highest === level && organisation.lockedAt !== level.id) {
      organisation.lockedAt = level.id;
      organisation.updatedAt = tx.now;
    }

    await tx.em.flush();
    return viewOrganisation(tx.em, organisation);
  });
}

/** Takes a lock off; for the level that set it and those above. */
export function unlockOrganisation(work: Work, id: string): Promise<View> {
  return work.transaction('organisation.unlock', async (tx) => {
    const { organisation } = await requireOrganisation(tx, id, 'organisation.unlock');

    if (organisation.lockedAt !== null) {
      organisation.lockedAt = null;
      organisation.updatedAt = tx.now;
    }

    await tx.em.flush();
    return viewOrganisation(tx.em, organisation);
  });
}
