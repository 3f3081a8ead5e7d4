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
