import Building from '@lucide/svelte/icons/building';
import Folder from '@lucide/svelte/icons/folder';
import Handshake from '@lucide/svelte/icons/handshake';
import Layers from '@lucide/svelte/icons/layers';
import Network from '@lucide/svelte/icons/network';
import Users from '@lucide/svelte/icons/users';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { IconComponent } from '../ui/icon.ts';

/** Kinds are told apart by their icon, not by colour. */
export const kindIcons: Record<OrganisationKind, IconComponent> = {
  platform: Layers,
  distributor: Network,
  partner: Handshake,
  folder: Folder,
  tenant: Building,
  unit: Users,
};

/** What a kind is for, for somebody who is about to create one. */
export const kindPurposes: Record<OrganisationKind, string> = {
  platform: 'The root of everything.',
  distributor: 'Sells through partners, who stand below it.',
  partner: 'Serves tenants, and is billed for them.',
  folder: 'Groups and brands what stands below; billing stays with its owner.',
  tenant: 'A customer, with subscriptions of its own.',
  unit: 'A part of a tenant: a department, a site, a team.',
};
