import type { Actor } from '../../shared/access/decide.ts';
import type { Place, PlaceLink } from '../../shared/access/place.ts';
import type { Role } from '../../shared/access/roles.ts';
import { kindOf, pathOf, type PlaceName, titleOf } from '../support/places.ts';

/** A role held somewhere: `PartnerReader@alder`. */
export type Held = `${Role}@${PlaceName}`;

/** What is unusual about places of the way. */
export type Unusual = Partial<Record<PlaceName, Partial<PlaceLink>>>;

/** The way down to a place of the world, each organisation as it begins, but for what is said. */
export function wayTo(name: PlaceName, unusual: Unusual = {}): Place {
  const links = pathOf(name).map((place): PlaceLink => ({ ...linkOf(place), ...unusual[place] }));
  return links as unknown as Place;
}

/** Somebody who holds the first role, and the second for a time. */
export function letIn(above: Held, inside: Held): Actor {
  const { accountId, grants } = holding(above, inside);
  const [lasting, temporary] = grants as [Actor['grants'][number], Actor['grants'][number]];
  return { accountId, grants: [lasting, { ...temporary, expiresAt: '2030-01-01T00:00:00.000Z' }] };
}

/** Somebody who holds these roles. */
export function holding(...held: Held[]): Actor {
  const grants = held.map((one) => {
    const [role, organisationId] = one.split('@') as [Role, PlaceName];
    return { role, organisationId };
  });
  return { accountId: 'somebody', grants };
}

function linkOf(place: PlaceName): PlaceLink {
  return {
    id: place,
    kind: kindOf(place),
    displayName: titleOf(place),
    status: 'active',
    managementMode: 'managed',
    lockedAt: null,
    subPartners: false,
    selfProvisioning: {},
  };
}
