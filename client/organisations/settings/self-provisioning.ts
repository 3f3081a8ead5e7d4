import type { SelfProvisioningKey } from '../../../shared/organisations/contract.ts';
import type { OrganisationKind } from '../../../shared/organisations/hierarchy.ts';

/** What each delegated action reads like, by who would do it. */
export const delegations: Record<SelfProvisioningKey, string> = {
  'distributor.createPartner': 'Distributors create partners',
  'partner.createSubPartner': 'Partners create sub-partners',
  'partner.createTenant': 'Partners create tenants',
  'partner.createSubscription': 'Partners create subscriptions',
  'partner.inviteAccount': 'Partners invite people',
  'tenant.createUnit': 'Tenants create units',
  'tenant.createSubscription': 'Tenants create subscriptions',
  'tenant.inviteAccount': 'Tenants invite people',
};

const keys = Object.keys(delegations) as SelfProvisioningKey[];

/** The actions of levels that can stand below an organisation, and so are its to allow. */
export function delegationsBelow(kind: OrganisationKind, hasSubPartners: boolean) {
  if (kind === 'platform') return keys;
  const withPartners = kind === 'distributor' || hasSubPartners;
  return keys.filter((key) =>
    key.startsWith('partner.') ? withPartners : key.startsWith('tenant.'),
  );
}
