import type { AccessSummary, KnownLink } from './contract.ts';
import type { PlaceLink } from './place.ts';

/** What is taken of a level of which nothing is known. */
export const nothingSaid = {
  status: 'active',
  managementMode: 'managed',
  lockedAt: null,
  subPartners: false,
  selfProvisioning: {},
} as const satisfies Partial<PlaceLink>;

/**
 * A way as decisions take it: each level that the session may not look into says what is in force
 * at the next grant below it. Handed down once more, that comes to the same there and below, whichever
 * level it is from. No grant is in force below what is suspended, so those levels are active.
 */
export function knownPlace(way: readonly KnownLink[], above: AccessSummary['above']): PlaceLink[] {
  return way.map((link, at) => {
    if ('selfProvisioning' in link) return link;
    const grant = way.slice(at + 1).find(({ id }) => id in above);
    return { ...nothingSaid, ...(grant && above[grant.id]), ...link, isAbove: true };
  });
}
