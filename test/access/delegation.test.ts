import { afterEach, describe, expect, test } from 'vitest';
import { delegationDeniedBy } from '../../shared/access/decide.ts';
import type { Problem } from '../../shared/core/problem.ts';
import {
  type SelfProvisioning,
  type SelfProvisioningChoice,
  SelfProvisioningKey,
} from '../../shared/organisations/contract.ts';
import type { PersonName } from '../support/people.ts';
import { newOrganisation, type PlaceName, titleOf } from '../support/places.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { failedChecks } from './failed-checks.ts';
import { sessionsOf } from './sessions-of.ts';
import { type Unusual, wayTo } from './situations.ts';

const world = await shareWorld();
const sessionFor = sessionsOf(world);
const levels = ['platform', 'north', 'alder'] as const;

type Level = (typeof levels)[number];
type Says = Partial<Record<Level, SelfProvisioningChoice>>;

/** What the levels say of one delegated action. */
async function say(key: SelfProvisioningKey, says: Says): Promise<void> {
  for (const [level, choice] of Object.entries(says)) {
    await set(level as Level, { selfProvisioning: { [key]: choice } });
  }
}

async function set(level: Level, fields: object): Promise<void> {
  bodyOf(await world.founder.patch(world.at(level, '/settings'), fields, { ifMatch: '*' }));
}

/** All levels as they began. */
afterEach(async () => {
  const entries = SelfProvisioningKey.options.map((key) => [key, 'inherit']);
  const selfProvisioning: unknown = Object.fromEntries(entries);
  for (const level of levels) await set(level, { selfProvisioning });
  await set('alder', { subPartners: false });
});

let made = 0;

type Kind = Parameters<typeof newOrganisation>[0];

function create(by: Session, kind: Kind, parent: PlaceName): Promise<Answer<Problem>> {
  made += 1;
  const input = { ...newOrganisation(kind, `New ${made}`), parentId: world.ids[parent] };
  return by.post('/organisations', input);
}

function invite(by: Session, place: PlaceName): Promise<Answer<Problem>> {
  made += 1;
  const person = { email: `new-${made}@canopy.example`, displayName: 'New' };
  return by.post(world.at(place, '/accounts'), person);
}

describe('[A18] what is delegated where nobody says anything', () => {
  test.each<[SelfProvisioningKey, boolean]>([
    ['distributor.createPartner', true],
    ['partner.createSubPartner', false],
    ['partner.createTenant', true],
    ['partner.createSubscription', true],
    ['partner.inviteAccount', true],
    ['tenant.createUnit', true],
    ['tenant.createSubscription', false],
    ['tenant.inviteAccount', true],
  ])('%s: %s', (key, isAllowed) => {
    const denier = delegationDeniedBy(key, wayTo('alder'));

    expect(denier?.id ?? null).toBe(isAllowed ? null : 'platform');
  });

  test('is said of every key', () => {
    expect(SelfProvisioningKey.options).toHaveLength(8);
  });
});

describe('[A17] what several levels say of one action', () => {
  test.each<[SelfProvisioningKey, Says, Level | null]>([
    ['partner.createTenant', { platform: 'deny' }, 'platform'],
    ['partner.createTenant', { north: 'deny' }, 'north'],
    ['partner.createTenant', { alder: 'deny' }, 'alder'],
    ['partner.createTenant', { platform: 'deny', north: 'allow', alder: 'allow' }, 'platform'],
    ['partner.createTenant', { platform: 'allow', north: 'deny', alder: 'allow' }, 'north'],
    ['partner.createTenant', { north: 'deny', alder: 'deny' }, 'north'],
    ['partner.createTenant', { platform: 'inherit', north: 'inherit' }, null],
    ['partner.createSubPartner', { platform: 'allow' }, null],
    ['partner.createSubPartner', { platform: 'allow', north: 'inherit' }, null],
    ['partner.createSubPartner', { platform: 'allow', north: 'deny' }, 'north'],
    ['partner.createSubPartner', { platform: 'inherit' }, 'platform'],
    ['partner.createSubPartner', { north: 'allow', alder: 'allow' }, 'platform'],
  ])('%s with %j is denied by %s', (key, says, denier) => {
    const unusual: Unusual = {};
    for (const [level, choice] of Object.entries(says)) {
      unusual[level as Level] = { selfProvisioning: { [key]: choice } satisfies SelfProvisioning };
    }

    expect(delegationDeniedBy(key, wayTo('alder', unusual))?.id ?? null).toBe(denier);
  });
});

interface Case {
  key: SelfProvisioningKey;
  /** The level that denies it, and who is bound by that. */
  level: Level;
  bound: PersonName;
  /** Who is not: at the level itself, and above. */
  free: PersonName[];
  act: (by: Session) => Promise<Answer<Problem>>;
}

const cases: Case[] = [
  {
    key: 'distributor.createPartner',
    level: 'platform',
    bound: 'distributor-admin@north',
    free: ['platform-admin@platform'],
    act: (by) => create(by, 'partner', 'north'),
  },
  {
    key: 'partner.createTenant',
    level: 'platform',
    bound: 'partner-admin@alder',
    free: ['platform-admin@platform', 'distributor-admin@north'],
    act: (by) => create(by, 'tenant', 'alder'),
  },
  {
    key: 'partner.createTenant',
    level: 'north',
    bound: 'partner-admin@alder',
    free: ['platform-admin@platform', 'distributor-admin@north'],
    act: (by) => create(by, 'tenant', 'grove'),
  },
  {
    key: 'partner.createTenant',
    level: 'alder',
    bound: 'partner-admin@grove',
    free: ['platform-admin@platform', 'distributor-admin@north', 'partner-admin@alder'],
    act: (by) => create(by, 'tenant', 'grove'),
  },
  {
    key: 'partner.inviteAccount',
    level: 'north',
    bound: 'partner-admin@alder',
    free: ['distributor-admin@north'],
    act: (by) => invite(by, 'alder'),
  },
  {
    key: 'tenant.createUnit',
    level: 'north',
    bound: 'tenant-admin@acme',
    free: ['distributor-admin@north', 'partner-admin@alder'],
    act: (by) => create(by, 'unit', 'acme'),
  },
  {
    key: 'tenant.createUnit',
    level: 'alder',
    bound: 'tenant-admin@acme',
    free: ['platform-admin@platform', 'partner-admin@alder'],
    act: (by) => create(by, 'unit', 'labs'),
  },
  {
    key: 'tenant.inviteAccount',
    level: 'alder',
    bound: 'tenant-admin@labs',
    free: ['partner-admin@alder'],
    act: (by) => invite(by, 'labs'),
  },
];

describe.each(cases)('[A17] $key denied at $level', ({ key, level, bound, free, act }) => {
  test(`binds ${bound}, and says who could lift it`, async () => {
    const session = await sessionFor(bound);
    const before = await act(session);
    await say(key, { [level]: 'deny' });

    const answer = await act(session);

    const name = titleOf(level);
    expect(before.status).toBe(201);
    expect(answer).toMatchObject({
      status: 403,
      body: {
        code: 'access.denied',
        detail: `${name} does not allow it. An administrator of ${name} can change that.`,
      },
    });
    expect(failedChecks(answer)).toEqual(['self-provisioning']);
  });

  test.each(free)('leaves %s free', async (name) => {
    const session = await sessionFor(name);
    await say(key, { [level]: 'deny' });

    expect((await act(session)).status).toBe(201);
  });
});

describe('a denial', () => {
  test('[A17] says nothing to branches beside its own', async () => {
    const beside = await sessionFor('partner-admin@cedar');
    const birch = await sessionFor('partner-admin@birch');
    await say('partner.createTenant', { north: 'deny' });

    const [other, same] = [
      await create(beside, 'tenant', 'cedar'),
      await create(birch, 'tenant', 'birch'),
    ];

    expect([other.status, same.status]).toEqual([201, 403]);
  });

  test('[A17] ends when the level inherits again', async () => {
    const session = await sessionFor('partner-admin@alder');
    await say('partner.createTenant', { north: 'deny' });
    await say('partner.createTenant', { north: 'inherit' });

    expect((await create(session, 'tenant', 'alder')).status).toBe(201);
  });

  test('[A17] is not undone by a level below that allows', async () => {
    const session = await sessionFor('tenant-admin@acme');
    await say('tenant.createUnit', { north: 'deny', alder: 'allow' });

    expect(failedChecks(await create(session, 'unit', 'acme'))).toEqual(['self-provisioning']);
  });

  test('leaves alone what else may be done there', async () => {
    const session = await sessionFor('partner-admin@alder');
    await say('partner.createTenant', { north: 'deny' });

    const [folder, invited] = [
      await create(session, 'folder', 'alder'),
      await invite(session, 'alder'),
    ];

    expect([folder.status, invited.status]).toEqual([201, 201]);
  });

  test('does not bind somebody who holds a role above it too', async () => {
    const session = await sessionFor('nobody@north');
    const { account } = await session.who();
    for (const [role, place] of [
      ['DistributorAdministrator', 'north'],
      ['PartnerAdministrator', 'alder'],
    ] as const) {
      const grant = { role, organisationId: world.ids[place] };
      bodyOf(await world.founder.post(`/accounts/${account.id}/grants`, grant));
    }
    await say('partner.createTenant', { north: 'deny' });

    expect((await create(session, 'tenant', 'alder')).status).toBe(201);
  });
});

describe('sub-partners', () => {
  test('[A18] are not for a partner to create until the platform allows', async () => {
    const session = await sessionFor('partner-admin@alder');
    await set('alder', { subPartners: true });

    const before = await create(session, 'partner', 'alder');
    await say('partner.createSubPartner', { platform: 'allow' });
    const after = await create(session, 'partner', 'alder');

    expect(failedChecks(before)).toEqual(['self-provisioning']);
    expect(after.status).toBe(201);
  });

  test('[H2] need the partner’s option whatever is delegated', async () => {
    const session = await sessionFor('partner-admin@alder');
    await say('partner.createSubPartner', { platform: 'allow' });

    const answer = await create(session, 'partner', 'alder');

    expect(failedChecks(answer)).toEqual(['parent']);
  });

  test('are for the distributor to create with the option alone', async () => {
    const session = await sessionFor('distributor-admin@north');
    await set('alder', { subPartners: true });

    expect((await create(session, 'partner', 'alder')).status).toBe(201);
  });
});
