import type {
  Organisation as View,
  SetManagementMode,
} from '../../shared/organisations/contract.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/** Ends what lasting access those above have left behind a barrier that closes; composed by the app. */
export type EndFromOutside = (
  tx: Transaction,
  path: string,
  keep: readonly string[],
) => Promise<void>;

/**
 * Opens or closes the inside to those above: the barrier. Only from within. Closing also ends what
 * those above left inside that would go on for them, but for what is kept on purpose.
 */
export function setManagementMode(
  work: Work,
  id: string,
  { managementMode, keep }: SetManagementMode,
  endFromOutside: EndFromOutside,
): Promise<View> {
  return work.transaction(
    'organisation.setManagementMode',
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, 'organisation.setManagementMode');

      if (organisation.managementMode !== managementMode) {
        organisation.managementMode = managementMode;
        organisation.updatedAt = tx.now;
        if (managementMode === 'self-managed') await endFromOutside(tx, organisation.path, keep);
      }

      await tx.em.flush();
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}
