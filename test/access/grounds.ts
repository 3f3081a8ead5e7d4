import fc from 'fast-check';
import type { Actor } from '../../shared/access/decide.ts';
import type { Place, PlaceLink } from '../../shared/access/place.ts';
import { type Role, rolesFor } from '../../shared/access/roles.ts';
import {
  childKinds,
  hasBarrier,
  hasSettings,
  type OrganisationKind,
} from '../../shared/organisations/hierarchy.ts';
import { mfaRules } from '../../shared/organisations/mfa-rule.ts';

/** Somebody, and a way down to where they want to do something. */
export interface Ground {
  actor: Actor;
  place: Place;
}

const LONGEST = 17;

const delegations = [
  'distributor.createPartner',
  'partner.createSubPartner',
  'partner.createTenant',
  'partner.inviteAccount',
  'tenant.createUnit',
  'tenant.inviteAccount',
] as const;

/** The paths by which people may sign in. */
export const signInPaths = ['password', 'maple', 'oak'] as const;

/** Numbers that decide what a link of the way is like. */
const dice = fc.record({
  child: fc.nat(5),
  isSuspended: fc.nat(9).map((number) => number === 0),
  isClosed: fc.nat(3).map((number) => number === 0),
  lock: fc.option(fc.nat(LONGEST), { freq: 3, nil: null }),
  subPartners: fc.boolean(),
  selfProvisioning: fc.dictionary(
    fc.constantFrom(...delegations),
    fc.constantFrom('inherit', 'allow', 'deny'),
    { maxKeys: 3 },
  ),
  mfa: fc.option(fc.constantFrom(...mfaRules), { nil: undefined }),
  signInPaths: fc.option(fc.subarray([...signInPaths], { minLength: 1 }), { nil: undefined }),
});

const held = fc.record({
  role: fc.nat(3),
  level: fc.nat(LONGEST),
  isElsewhere: fc.nat(7),
  isTemporary: fc.nat(3).map((number) => number === 0),
});

/** Random ways through trees that the parent table knows, and roles held along them or elsewhere. */
export const grounds: fc.Arbitrary<Ground> = fc
  .tuple(
    fc.array(dice, { minLength: 1, maxLength: LONGEST, size: 'max' }),
    fc.array(held, { maxLength: 3 }),
  )
  .map(([rolls, holdings]) => {
    const place = placeOf(rolls);
    return { place, actor: { accountId: 'somebody', grants: grantsOf(holdings, place) } };
  });

function placeOf(rolls: (typeof dice extends fc.Arbitrary<infer Roll> ? Roll : never)[]): Place {
  const links: PlaceLink[] = [];
  for (const roll of rolls) {
    const parent = links.at(-1)?.kind;
    const possible: OrganisationKind[] = parent ? childKinds(parent) : ['platform'];
    const kind = possible[roll.child % Math.max(1, possible.length)];
    if (!kind) break;
    const id = `${kind}-${links.length}`;
    const above = [...links.map((link) => link.id), id];
    links.push({
      id,
      kind,
      displayName: id,
      status: roll.isSuspended ? 'suspended' : 'active',
      managementMode: roll.isClosed && hasBarrier(kind) ? 'self-managed' : 'managed',
      lockedAt: roll.lock === null ? null : (above[roll.lock % above.length] ?? null),
      subPartners: kind === 'partner' && roll.subPartners,
      selfProvisioning: hasSettings(kind) ? roll.selfProvisioning : {},
      ...(hasSettings(kind) && { mfa: roll.mfa, signInPaths: roll.signInPaths }),
    });
  }
  return links as unknown as Place;
}

function grantsOf(
  holdings: (typeof held extends fc.Arbitrary<infer Holding> ? Holding : never)[],
  place: Place,
): Actor['grants'] {
  return holdings.map(({ role, level, isElsewhere, isTemporary }) => {
    const link = place[level % place.length] as PlaceLink;
    const roles = rolesFor(link.kind);
    return {
      role: roles[role % roles.length] as Role,
      organisationId: isElsewhere === 0 ? 'elsewhere' : link.id,
      expiresAt: isTemporary ? '2030-01-01T00:00:00.000Z' : null,
    };
  });
}
