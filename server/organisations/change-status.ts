import type {
  Organisation as View,
  OrganisationStatus,
} from '../../shared/organisations/contract.ts';
import type { Work } from '../core/db/work.ts';
import { viewOrganisation } from './organisation-view.ts';
import { requireOrganisation } from './require-organisation.ts';

/** Suspends an organisation, and in effect all that stands below it [H8]. */
export function suspendOrganisation(work: Work, id: string): Promise<View> {
  return changeStatus(work, id, 'organisation.suspend', 'suspended');
}

/** Takes a suspension back; one further up still holds. */
export function activateOrganisation(work: Work, id: string): Promise<View> {
  return changeStatus(work, id, 'organisation.activate', 'active');
}

function changeStatus(
  work: Work,
  id: string,
  action: 'organisation.suspend' | 'organisation.activate',
  status: OrganisationStatus,
): Promise<View> {
  return work.transaction(
    action,
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, action);

      if (organisation.status !== status) {
        organisation.status = status;
        organisation.updatedAt = tx.now;
      }

      await tx.em.flush();
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}
