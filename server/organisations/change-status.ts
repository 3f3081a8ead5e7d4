import type {
  Organisation as View,
  OrganisationStatus,
  WithReason,
} from '../../shared/organisations/contract.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { branchSuspended } from './events.ts';
import { viewOrganisation } from './organisation-view.ts';
import type { Cause } from './organisation.entity.ts';
import { requireOrganisation } from './require-organisation.ts';

/**
 * An administrator suspends an organisation, and in effect all that stands below it [H8]; who did
 * it, when and why stays with it [H15]. Sessions below end for good: an activation lets people sign
 * in again, and no forgotten browser.
 */
export function suspendOrganisation(work: Work, id: string, why: WithReason = {}): Promise<View> {
  return changeStatus(work, id, 'suspended', why);
}

/** An administrator takes a suspension back; one further up still holds. */
export function activateOrganisation(work: Work, id: string): Promise<View> {
  return changeStatus(work, id, 'active');
}

function changeStatus(
  work: Work,
  id: string,
  status: OrganisationStatus,
  why: WithReason = {},
): Promise<View> {
  const action = status === 'active' ? 'organisation.activate' : 'organisation.suspend';
  return work.transaction(
    action,
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, action);

      if (status === 'active') organisation.activate();
      else organisation.suspend(causeOf(tx, why));

      if (status === 'suspended') await tx.tell(branchSuspended, { path: organisation.path });
      await tx.em.flush();
      return viewOrganisation(tx.em, organisation);
    },
    { changesAccess: true },
  );
}

/** Who does something now, and why, if they say so. */
export function causeOf({ person, now }: Transaction, { reason }: WithReason): Cause {
  return { by: person.displayName, on: now, reason: reason ? reason : null };
}
