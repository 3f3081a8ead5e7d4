import type { NewBilling } from '../../shared/organisations/contract.ts';
import { hasBilling, type OrganisationKind } from '../../shared/organisations/hierarchy.ts';

interface Seed {
  kind: Exclude<OrganisationKind, 'platform'>;
  parent: string;
}

/** The hierarchy of every world, parents first. */
export const seeds = {
  north: { kind: 'distributor', parent: 'platform' },
  south: { kind: 'distributor', parent: 'platform' },
  alder: { kind: 'partner', parent: 'north' },
  birch: { kind: 'partner', parent: 'north' },
  cedar: { kind: 'partner', parent: 'south' },
  grove: { kind: 'folder', parent: 'alder' },
  acme: { kind: 'tenant', parent: 'alder' },
  beta: { kind: 'tenant', parent: 'grove' },
  gamma: { kind: 'tenant', parent: 'birch' },
  delta: { kind: 'tenant', parent: 'cedar' },
  labs: { kind: 'unit', parent: 'acme' },
  bench: { kind: 'unit', parent: 'labs' },
} as const satisfies Record<string, Seed>;

export type PlaceName = 'platform' | keyof typeof seeds;

export const placeNames = ['platform', ...Object.keys(seeds)] as PlaceName[];

/** The names from the platform down to a place. */
export function pathOf(name: PlaceName): PlaceName[] {
  return name === 'platform' ? [name] : [...pathOf(seeds[name].parent), name];
}

export function kindOf(name: PlaceName): OrganisationKind {
  return name === 'platform' ? 'platform' : seeds[name].kind;
}

/** A name as people write it: *Acme*. */
export function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A complete billing profile; `name` shows whose it is. */
export function billingOf(name: string): NewBilling {
  return {
    contact: { name: `${name} accounts`, email: 'accounts@canopy.example', phone: '+49 30 1234' },
    address: {
      line1: '1 Forest Road',
      line2: '',
      postalCode: '10115',
      city: 'Berlin',
      region: '',
      country: 'DE',
    },
    currency: 'EUR',
    taxId: null,
  };
}

/** What creating an organisation takes besides its parent. */
export function newOrganisation(kind: Seed['kind'], displayName: string) {
  return { kind, displayName, ...(hasBilling(kind) && { billing: billingOf(displayName) }) };
}
