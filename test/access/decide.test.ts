import { describe, expect, test } from 'vitest';
import { type Action, actionNames } from '../../shared/access/actions.ts';
import { type Actor, decide, type DecisionFacts, isInScope } from '../../shared/access/decide.ts';
import { barrierIndex, suspendedBy } from '../../shared/access/place.ts';
import { CheckName } from '../../shared/core/problem.ts';
import type { PlaceName } from '../support/places.ts';
import { type Held, holding, letIn, type Unusual, wayTo } from './situations.ts';

interface Case {
  actor: Actor;
  action: Action;
  at: PlaceName;
  unusual?: Unusual;
  facts?: DecisionFacts;
  says: string | RegExp;
}

const admin = holding('PartnerAdministrator@alder');
const guest = letIn('PartnerAdministrator@alder', 'TenantAdministrator@acme');
const closedAcme: Unusual = { acme: { managementMode: 'self-managed' } };

/** For each check, decisions in which it alone fails, and what it says. */
const failing: [CheckName, Case][] = [
  [
    'role',
    {
      actor: holding('PartnerReader@alder'),
      action: 'organisation.edit',
      at: 'acme',
      says: /^Partner reader may not change its name and details; it takes /,
    },
  ],
  [
    'role',
    {
      actor: holding('TenantAdministrator@acme'),
      action: 'grant.give',
      at: 'acme',
      facts: { roles: ['PartnerReader'] },
      says: /^Tenant administrator may not give roles here; it takes .*may assign Partner reader/,
    },
  ],
  [
    'relationship',
    {
      actor: admin,
      action: 'organisation.suspend',
      at: 'alder',
      says: 'Only North can do this.',
    },
  ],
  [
    'relationship',
    {
      actor: admin,
      action: 'organisation.edit',
      at: 'birch',
      says: 'No grant reaches Birch.',
    },
  ],
  [
    'relationship',
    {
      actor: admin,
      action: 'organisation.setManagementMode',
      at: 'acme',
      says: 'Only administrators of Acme itself can do this.',
    },
  ],
  [
    'parent',
    {
      actor: holding('DistributorAdministrator@north'),
      action: 'organisation.createTenant',
      at: 'north',
      says: 'A tenant cannot stand below a distributor; it needs a partner or a folder above it.',
    },
  ],
  [
    'parent',
    {
      actor: admin,
      action: 'organisation.adopt',
      at: 'grove',
      facts: { branch: { kind: 'tenant', height: 13 } },
      says: 'The tree may be 16 levels deep at most.',
    },
  ],
  [
    'parent',
    {
      actor: admin,
      action: 'billing.edit',
      at: 'grove',
      says: 'This cannot be done at a folder.',
    },
  ],
  [
    'self-provisioning',
    {
      actor: admin,
      action: 'organisation.createTenant',
      at: 'alder',
      unusual: { north: { selfProvisioning: { 'partner.createTenant': 'deny' } } },
      says: 'North does not allow it. An administrator of North can change that.',
    },
  ],
  [
    'barrier',
    {
      actor: admin,
      action: 'organisation.edit',
      at: 'labs',
      unusual: { acme: { managementMode: 'self-managed' } },
      says: 'Acme manages itself. Only its own administrators can do this, or open it.',
    },
  ],
  [
    'barrier',
    {
      actor: guest,
      action: 'grant.give',
      at: 'acme',
      unusual: closedAcme,
      facts: { roles: ['TenantReader'] },
      says: 'Access that ends by itself does not let anybody give roles here.',
    },
  ],
  [
    'barrier',
    {
      actor: admin,
      action: 'access.request',
      at: 'acme',
      says: 'Acme does not manage itself, so there is no barrier.',
    },
  ],
  [
    'barrier',
    {
      actor: admin,
      action: 'access.request',
      at: 'acme',
      unusual: { north: { managementMode: 'self-managed' } },
      says: 'You are inside North already.',
    },
  ],
  [
    'state',
    {
      actor: admin,
      action: 'organisation.createTenant',
      at: 'grove',
      unusual: { north: { status: 'suspended' } },
      says: 'North is suspended. It has to be activated first.',
    },
  ],
  [
    'state',
    {
      actor: admin,
      action: 'organisation.edit',
      at: 'acme',
      unusual: { acme: { lockedAt: 'north' } },
      says: 'It is locked by North. An administrator of North can unlock it.',
    },
  ],
  [
    'state',
    {
      actor: admin,
      action: 'grant.revoke',
      at: 'alder',
      facts: { stateRefusal: { code: 'test.last', detail: 'This is the last administrator.' } },
      says: 'This is the last administrator.',
    },
  ],
];

describe('[A7] a check that alone fails', () => {
  test.each(failing)('is %s, and says why', (name, { actor, action, at, unusual, facts, says }) => {
    const { allowed, checks } = decide(actor, action, wayTo(at, unusual), facts);

    expect(allowed).toBe(false);
    const [first, ...others] = checks.filter(({ ok }) => !ok);
    expect([first?.name, others]).toEqual([name, []]);
    expect(first?.detail).toMatch(says);
  });

  test('can be any of the six', () => {
    expect(new Set(failing.map(([name]) => name))).toEqual(new Set(CheckName.options));
  });
});

describe('access for a time', () => {
  const weaker: [Action, DecisionFacts?][] = [
    ['grant.give'],
    ['grant.revoke'],
    ['organisation.setManagementMode'],
    ['organisation.move'],
    ['access.answer'],
    ['access.end'],
    ['account.invite', { roles: ['TenantReader'] }],
    ['account.reset', { roles: ['TenantReader'] }],
  ];

  test.each(weaker)('[A33] is too weak for %s %j', (action, facts) => {
    const found = decide(guest, action, wayTo('acme', closedAcme), facts);

    expect(found.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toContain('barrier');
  });

  test.each<Action>(['organisation.edit', 'accounts.view', 'account.invite', 'access.request'])(
    'is enough for %s, or not in its way',
    (action) => {
      expect(decide(guest, action, wayTo('acme', closedAcme)).allowed).toBe(true);
    },
  );

  test('[A33] reaches no further in than it was granted', () => {
    const further: Unusual = { ...closedAcme, labs: { managementMode: 'self-managed' } };

    expect(decide(guest, 'accounts.view', wayTo('labs', closedAcme)).allowed).toBe(true);
    expect(decide(guest, 'accounts.view', wayTo('labs', further)).allowed).toBe(false);
  });
});

describe('[A7] checks that fail together', () => {
  test('are all named, in the order in which they are shown', () => {
    const deny = { selfProvisioning: { 'partner.createTenant': 'deny' } } as const;
    const place = wayTo('labs', {
      north: { ...deny, status: 'suspended' },
      acme: { managementMode: 'self-managed' },
    });

    const { checks } = decide(
      holding('PartnerAdministrator@alder'),
      'organisation.createTenant',
      place,
    );

    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['role', true],
      ['relationship', true],
      ['parent', false],
      ['self-provisioning', false],
      ['barrier', false],
      ['state', false],
    ]);
  });

  test('never bring in one that does not concern the action', () => {
    const { checks } = decide(holding(), 'directory.view', wayTo('acme'));

    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['role', false],
      ['relationship', false],
    ]);
  });
});

describe('[A6] several roles of one person', () => {
  const held: Held[] = [
    'PlatformReader@platform',
    'DistributorAdministrator@north',
    'DistributorReader@north',
    'DistributorAdministrator@south',
    'PartnerAdministrator@alder',
    'PartnerReader@alder',
    'PartnerAdministrator@birch',
    'TenantAdministrator@acme',
    'TenantReader@acme',
    'TenantAdministrator@labs',
  ];
  const unusual: Unusual = {
    north: { selfProvisioning: { 'partner.inviteAccount': 'deny' } },
    alder: { managementMode: 'self-managed', selfProvisioning: { 'tenant.createUnit': 'deny' } },
    acme: { lockedAt: 'alder' },
  };
  const places: PlaceName[] = ['platform', 'north', 'alder', 'grove', 'acme', 'labs', 'bench'];

  test.each(actionNames)('allow %s where one of them alone does', (action) => {
    for (const place of places.map((name) => wayTo(name, unusual))) {
      const alone = new Set(held.filter((one) => decide(holding(one), action, place).allowed));

      for (const [first, second] of pairsOf(held)) {
        const both = decide(holding(first, second), action, place).allowed;

        expect(both).toBe(alone.has(first) || alone.has(second));
      }
    }
  });

  test('name the one that reaches, not one from elsewhere', () => {
    const actor = holding('PartnerReader@alder', 'TenantAdministrator@gamma');

    const { checks } = decide(actor, 'organisation.edit', wayTo('acme'));

    expect(checks[0]?.detail).toMatch(/^Partner reader may not/);
  });
});

describe('[A1] the scope of somebody', () => {
  test.each<[Held, PlaceName, boolean]>([
    ['PartnerReader@alder', 'alder', true],
    ['PartnerReader@alder', 'bench', true],
    ['PartnerReader@alder', 'north', false],
    ['PartnerReader@alder', 'birch', false],
    ['PartnerReader@alder', 'gamma', false],
    ['PlatformReader@platform', 'delta', true],
  ])('of %s holds %s: %s', (held, place, isHeld) => {
    expect(isInScope(holding(held), wayTo(place))).toBe(isHeld);
  });

  test('is empty without roles', () => {
    expect(isInScope(holding(), wayTo('platform'))).toBe(false);
  });
});

describe('what closes or suspends a way', () => {
  const closed = { managementMode: 'self-managed' } as const;
  const suspended = { status: 'suspended' } as const;

  test.each<[Unusual, number]>([
    [{}, 0],
    [{ north: closed }, 1],
    [{ north: closed, acme: closed }, 3],
    [{ labs: closed }, 4],
  ])('%j closes from level %i down', (unusual, index) => {
    expect(barrierIndex(wayTo('labs', unusual))).toBe(index);
  });

  test.each<[Unusual, PlaceName | undefined]>([
    [{}, undefined],
    [{ alder: suspended }, 'alder'],
    [{ north: suspended, labs: suspended }, 'north'],
  ])('[H8] %j is suspended by %s', (unusual, place) => {
    expect(suspendedBy(wayTo('labs', unusual))?.id).toBe(place);
  });
});

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((first, index) =>
    all.slice(index + 1).map((second): [T, T] => [first, second]),
  );
}
