import { byTime } from '../../core/by-time.ts';
import type { Work } from '../../core/db/work.ts';
import { DeletedOrganisation } from './deleted-organisation.entity.ts';
import { keptSince } from './list-deleted.ts';

/**
 * The sweep lets go for good of what was deleted and not restored in time, with all that was kept
 * of it.
 */
export function eraseDeleted(work: Work): Promise<void> {
  return work.transaction('organisation.erase', async (tx) => {
    tx.signAs(byTime);
    const where = { deletedAt: { $lte: keptSince(tx.now) } };
    const erased = await tx.em.find(DeletedOrganisation, where);
    if (erased.length === 0) return;

    tx.notes['erased'] = erased.map(({ id, displayName }) => ({ id, displayName }));
    tx.em.remove(erased);
  });
}
