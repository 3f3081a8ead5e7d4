import type {
  Organisation as View,
  SetManagementMode,
} from '../../shared/organisations/contract.ts';
import type { Work } from '../core/db/work.ts';
import { barrierClosed } from './events.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/**
 * An administrator opens or closes the inside to those above: the barrier. Only from within.
 * Closing also ends what those above left inside that would go on for them, but for what is kept on
 * purpose.
 */
export function setManagementMode(
  work: Work,
  id: string,
  { managementMode, keep }: SetManagementMode,
): Promise<View> {
  return work.transaction(
    'organisation.setManagementMode',
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, 'organisation.setManagementMode');

      organisation.modeChosenAt ??= tx.now;
      if (organisation.managementMode !== managementMode) {
        organisation.managementMode = managementMode;
        if (managementMode === 'self-managed') {
          await tx.tell(barrierClosed, { path: organisation.path, keep });
        }
      }

      await tx.em.flush();
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}
