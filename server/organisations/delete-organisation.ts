import { Refusal } from '../../shared/core/refusals.ts';
import type { Transaction, Work } from '../core/db/work.ts';
import { BillingProfile } from './billing-profile.entity.ts';
import { OrganisationSettings } from './organisation-settings.entity.ts';
import { Organisation } from './organisation.entity.ts';
import { requireOrganisation } from './require-organisation.ts';

/** What a higher feature removes along with an organisation; composed by the app. */
export type Clearance = (tx: Transaction, organisationId: string) => Promise<void>;

/** Deletes a suspended organisation that holds no others, with all that belongs to it [H9]. */
export function deleteOrganisation(
  work: Work,
  id: string,
  clearances: readonly Clearance[],
): Promise<void> {
  return work.transaction(
    'organisation.delete',
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, id, 'organisation.delete');
      if (organisation.status !== 'suspended') {
        throw new Refusal(
          'organisation.not-suspended',
          `Suspend ${organisation.displayName} first; only what is suspended can be deleted.`,
        );
      }
      const children = await tx.em.count(Organisation, { parentId: id });
      if (children > 0) {
        throw new Refusal(
          'organisation.not-empty',
          `${organisation.displayName} still holds ${children} ${children === 1 ? 'organisation' : 'organisations'}; move or delete them first.`,
        );
      }

      for (const clear of clearances) await clear(tx, id);
      tx.em.remove(await tx.em.find(BillingProfile, { organisationId: id }));
      tx.em.remove(await tx.em.find(OrganisationSettings, { organisationId: id }));
      tx.em.remove(organisation);
    },
    { changesAccess: true },
  );
}
