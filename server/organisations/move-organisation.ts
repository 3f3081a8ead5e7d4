import { says } from '../../shared/organisations/words.ts';
import { refuseField } from '../../shared/core/refusals.ts';
import type {
  MoveOrganisation,
  Organisation as View,
} from '../../shared/organisations/contract.ts';
import { childPath, rebased } from '../../shared/organisations/path.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { branchOf, isLockLost, whyFrozen } from './branch.ts';
import { flushUnique } from './create-organisation.ts';
import { DeletedOrganisation } from './deleted/deleted-organisation.entity.ts';
import { viewOrganisation } from './organisation-view.ts';
import { Organisation, unlocked } from './organisation.entity.ts';
import { requireAllowed, requireOrganisation, requireVisible } from './require-organisation.ts';
import { below, within } from './within.ts';

/**
 * An administrator moves an organisation, and everything below it, under another parent [H6].
 *
 * Permission is needed at both ends: with only the organisation's, a partner could push its
 * tenants into a competitor; with only the parent's, it could pull them out.
 */
export function moveOrganisation(
  work: Work,
  id: string,
  { parentId }: MoveOrganisation,
): Promise<View> {
  return work.transaction(
    'organisation.move',
    async (tx) => {
      const { organisation, place } = await requireOrganisation(tx, id, 'organisation.move');
      const parent = await requireVisible(tx, parentId);
      const descendants = await tx.em.find(Organisation, below(organisation.path));
      const stateRefusal = whyFrozen(tx.person, [organisation, ...descendants], place);
      requireAllowed(tx, 'organisation.move', place, { stateRefusal });
      if (organisation.contains(parent)) {
        throw refuseField('parentId', says.beneathItself);
      }
      requireAllowed(tx, 'organisation.adopt', parent.place, {
        branch: branchOf([organisation, ...descendants]),
      });

      const before = organisation.path;
      const after = childPath(parent.path, id);
      for (const entry of [organisation, ...descendants]) {
        if (isLockLost(entry, before, after)) Object.assign(entry, unlocked);
      }
      if (organisation.parentId !== parent.id) {
        organisation.placeUnder(parent);
      }
      for (const descendant of descendants) {
        descendant.path = rebased(descendant.path, before, after);
      }
      await takeDeletedAlong(tx, before, after);

      await flushUnique(tx);
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}

/** What was deleted out of the branch is restored, and looked for, where the branch is now. */
async function takeDeletedAlong({ em }: Transaction, before: string, after: string): Promise<void> {
  if (before === after) return;
  for (const deleted of await em.find(DeletedOrganisation, within([before], 'parentPath'))) {
    deleted.parentPath = rebased(deleted.parentPath, before, after);
  }
}
