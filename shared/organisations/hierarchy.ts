import type { Said } from '../core/words/said.ts';
import { says } from './words.ts';

/** The six kinds of organisation, from the root down. */
export const organisationKinds = [
  'platform',
  'distributor',
  'partner',
  'folder',
  'tenant',
  'unit',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** The longest way from the platform to a leaf, both counted [H4]. */
export const MAX_DEPTH = 16;

/** How many units may stand below one another [H5]. */
export const MAX_UNIT_DEPTH = 5;

const parents: Record<OrganisationKind, readonly OrganisationKind[]> = {
  platform: [],
  distributor: ['platform'],
  partner: ['distributor', 'partner', 'folder'],
  folder: ['distributor', 'partner', 'folder'],
  tenant: ['partner', 'folder'],
  unit: ['tenant', 'unit'],
};

const commercialKinds: readonly OrganisationKind[] = ['platform', 'distributor', 'partner'];

/** What the parent table looks at: a place in the tree, root first. */
export interface HierarchyLink {
  kind: OrganisationKind;
  displayName: string;
  subPartners: boolean;
}

/** What comes along with a moved organisation. */
export interface Branch {
  /** How many levels it has, itself counted, and how many of them are units. */
  height: number;
  unitLevels: number;
  /** The kinds that a folder holds for its owner: directly, or in folders of its own. */
  holds: readonly OrganisationKind[];
}

/** Whether the parent table knows the pair at all; options and depth are `whyNotBelow`'s. */
export function mayContain(parent: OrganisationKind, child: OrganisationKind): boolean {
  return parents[child].includes(parent);
}

/** The kinds that a parent of this kind can hold, by the table alone. */
export function childKinds(parent: OrganisationKind): OrganisationKind[] {
  return organisationKinds.filter((child) => mayContain(parent, child));
}

/** Whether this kind carries a billing profile (folders and units resolve to the one above). */
export function hasBilling(kind: OrganisationKind): boolean {
  return kind === 'distributor' || kind === 'partner' || kind === 'tenant';
}

/** Whether this kind carries settings: for those below it, and for its own people. */
export function hasSettings(kind: OrganisationKind): boolean {
  return kind === 'tenant' || commercialKinds.includes(kind);
}

/** Whether this kind has the barrier's switch; folders take their owner's, the platform has none. */
export function hasBarrier(kind: OrganisationKind): boolean {
  return kind !== 'platform' && kind !== 'folder';
}

/** The nearest platform, distributor or partner of a chain: who owns a folder commercially. */
export function commercialOwner<Link extends { kind: OrganisationKind }>(
  chain: readonly Link[],
): Link | undefined {
  return chain.findLast((link) => commercialKinds.includes(link.kind));
}

/**
 * Who manages what stands at the end of a way: the nearest platform, distributor or partner above
 * it. Folders and units own nothing and manage nobody.
 */
export function managerOf<Link extends { kind: OrganisationKind }>(
  way: readonly Link[],
): Link | undefined {
  return commercialOwner(way.slice(0, -1));
}

/**
 * Why a child of this kind cannot stand at the end of `chain` (root first, the parent last),
 * or `null` where it can. A new organisation comes alone; of a moved one the
 * rules look at all that comes along. Rules H1 to H5.
 */
export function whyNotBelow(
  chain: readonly HierarchyLink[],
  kind: OrganisationKind,
  { height = 1, unitLevels = kind === 'unit' ? 1 : 0, holds = [] }: Partial<Branch> = {},
): Said | null {
  const parent = chain.at(-1);
  if (!parent || !mayContain(parent.kind, kind)) {
    const needed = [...parents[kind]];
    return says.kindNotBelow({ kind, parent: parent?.kind ?? kind, needed });
  }
  const owner = commercialOwner(chain);
  const owned = [kind, ...holds];
  if (owned.includes('partner') && owner?.kind === 'partner' && !owner.subPartners) {
    return says.noSubPartners({ name: owner.displayName });
  }
  if (owned.includes('tenant') && owner?.kind !== 'partner') {
    return says.noPartnerAbove({ name: parent.displayName });
  }
  if (chain.length + height > MAX_DEPTH) {
    return says.tooDeep({ most: MAX_DEPTH });
  }
  const unitsAbove = chain.filter((link) => link.kind === 'unit').length;
  if (unitsAbove + unitLevels > MAX_UNIT_DEPTH) {
    return says.unitsTooDeep({ most: MAX_UNIT_DEPTH });
  }
  return null;
}
