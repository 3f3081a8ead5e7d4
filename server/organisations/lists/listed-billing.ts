import type { Organisation } from '../../../shared/organisations/contract.ts';
import type { ListedOrganisation } from '../../../shared/organisations/list-contract.ts';
import { findRows } from '../../core/db/find-rows.ts';
import type { EntityManager } from '../../core/db/open-database.ts';
import { BillingProfile } from '../billing-profile.entity.ts';

/** Organisations with what lists show of their billing profiles, in one query. */
export async function withBilling(
  em: EntityManager,
  organisations: readonly Organisation[],
): Promise<ListedOrganisation[]> {
  const ids = organisations.map(({ id }) => id);
  const profiles = await findRows(em, BillingProfile, { organisationId: { $in: ids } });
  const known = new Map(profiles.map((profile) => [profile.organisationId, profile]));
  return organisations.map((organisation) => {
    const profile = known.get(organisation.id);
    return {
      ...organisation,
      billing: profile
        ? {
            contact: { name: profile.contactName, email: profile.contactEmail },
            country: profile.addressCountry,
            currency: profile.currency,
          }
        : null,
    };
  });
}
