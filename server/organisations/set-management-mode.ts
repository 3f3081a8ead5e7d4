import type {
  Organisation as View,
  SetManagementMode,
} from '../../shared/organisations/contract.ts';
import type { Work } from '../core/db/work.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/** Opens or closes the inside to those above: the barrier. Only from within. */
export function setManagementMode(
  work: Work,
  id: string,
  { managementMode }: SetManagementMode,
): Promise<View> {
  return work.transaction(
    'organisation.setManagementMode',
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, 'organisation.setManagementMode');

      if (organisation.managementMode !== managementMode) {
        organisation.managementMode = managementMode;
        organisation.updatedAt = tx.now;
      }

      await tx.em.flush();
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}
