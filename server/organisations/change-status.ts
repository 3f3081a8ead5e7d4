import type {
  Organisation as View,
  OrganisationStatus,
} from '../../shared/organisations/contract.ts';
import type { Work } from '../core/db/work.ts';
import { branchSuspended } from './events.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/**
 * An administrator suspends an organisation, and in effect all that stands below it [H8]. Sessions
 * below end for good: an activation lets people sign in again, and no forgotten browser.
 */
export function suspendOrganisation(work: Work, id: string): Promise<View> {
  return changeStatus(work, id, 'suspended');
}

/** An administrator takes a suspension back; one further up still holds. */
export function activateOrganisation(work: Work, id: string): Promise<View> {
  return changeStatus(work, id, 'active');
}

function changeStatus(work: Work, id: string, status: OrganisationStatus): Promise<View> {
  const action = status === 'active' ? 'organisation.activate' : 'organisation.suspend';
  return work.transaction(
    action,
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, action);

      if (organisation.status !== status) {
        organisation.status = status;
      }

      if (status === 'suspended') await tx.tell(branchSuspended, { path: organisation.path });
      await tx.em.flush();
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}
