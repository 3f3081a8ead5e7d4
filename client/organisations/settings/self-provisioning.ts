import type { SelfProvisioningKey } from '../../../shared/organisations/contract.ts';
import type { OrganisationKind } from '../../../shared/organisations/hierarchy.ts';
import { words } from './words.ts';

/** The actions of levels that can stand below an organisation, and so are its to allow. */
export function delegationsBelow(kind: OrganisationKind, hasSubPartners: boolean) {
  const keys = Object.keys(words.delegations) as SelfProvisioningKey[];
  if (kind === 'platform') return keys;
  const withPartners = kind === 'distributor' || hasSubPartners;
  return keys.filter((key) =>
    key.startsWith('partner.') ? withPartners : key.startsWith('tenant.'),
  );
}
