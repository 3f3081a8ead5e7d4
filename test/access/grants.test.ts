import { describe, expect, test } from 'vitest';
import { newId } from '../../server/core/new-id.ts';
import type { Grant } from '../../shared/access/contract.ts';
import {
  isGrantableAt,
  mayAssign,
  type Role,
  roles,
  roleTitle,
} from '../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { type OrganisationKind, organisationKinds } from '../../shared/organisations/hierarchy.ts';
import type { PersonName } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { failedChecks } from './failed-checks.ts';
import { sessionsOf } from './sessions-of.ts';

const world = await shareWorld();
const sessionFor = sessionsOf(world);
const { founder } = world;

let made = 0;

/** The account of somebody new without any role, at home somewhere. */
async function somebodyAt(place: PlaceName, type = 'administrator'): Promise<string> {
  made += 1;
  const person = { email: `new-${made}@canopy.example`, displayName: `New ${made}`, type };
  const path = world.at(place, '/accounts');
  return bodyOf(await founder.post<AccountWithGrants>(path, person)).id;
}

function give(by: Session, account: string, role: Role, place: PlaceName) {
  const input = { role, organisationId: world.ids[place] };
  return by.post<Grant & Partial<Problem>>(`/accounts/${account}/grants`, input);
}

async function rolesOf(account: string): Promise<string[]> {
  const { items } = bodyOf(await founder.get<Page<Grant>>(`/accounts/${account}/grants`));
  return items.map(({ role, organisation }) => `${role} at ${organisation.displayName}`);
}

describe('[A3] which roles may be assigned', () => {
  const below: [Role, Role[]][] = [
    ['PlatformAdministrator', [...roles]],
    ['DistributorAdministrator', roles.slice(2)],
    ['PartnerAdministrator', roles.slice(4)],
    ['TenantAdministrator', roles.slice(6)],
    ['PlatformReader', []],
    ['DistributorReader', []],
    ['PartnerReader', []],
    ['TenantReader', []],
  ];

  test.each(below)('by a %s: %j', (holder, assignable) => {
    expect(roles.filter((role) => mayAssign(holder, role))).toEqual(assignable);
  });

  test.each<[Role, OrganisationKind[]]>([
    ['PlatformAdministrator', ['platform']],
    ['PlatformReader', ['platform']],
    ['DistributorAdministrator', ['distributor']],
    ['DistributorReader', ['distributor']],
    ['PartnerAdministrator', ['partner', 'folder']],
    ['PartnerReader', ['partner', 'folder']],
    ['TenantAdministrator', ['tenant', 'unit']],
    ['TenantReader', ['tenant', 'unit']],
  ])('[A2] at which kinds, a %s: %j', (role, kinds) => {
    expect(organisationKinds.filter((kind) => isGrantableAt(role, kind))).toEqual(kinds);
  });

  test.each<[Role, string]>([
    ['PlatformAdministrator', 'Platform administrator'],
    ['TenantReader', 'Tenant reader'],
  ])('%s reads as %s', (role, title) => {
    expect(roleTitle(role)).toBe(title);
  });
});

describe('giving a role', () => {
  test('answers it, with the names at both ends', async () => {
    const account = await somebodyAt('acme');

    const { status, headers, body } = await give(founder, account, 'TenantReader', 'labs');

    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/grants/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      accountId: account,
      role: 'TenantReader',
      organisation: { id: world.ids.labs, kind: 'unit', displayName: 'Labs' },
      account: { id: account, email: `new-${made}@canopy.example` },
      version: 1,
    });
  });

  test('lists it with the account and at the organisation', async () => {
    const account = await somebodyAt('acme');

    const { body } = await give(founder, account, 'TenantReader', 'labs');

    const at = bodyOf(await founder.get<Page<Grant>>(world.at('labs', '/grants')));
    const above = bodyOf(await founder.get<Page<Grant>>(world.at('acme', '/grants')));
    expect(await rolesOf(account)).toEqual(['TenantReader at Labs']);
    expect(at.items).toContainEqual(body);
    expect(above.items).not.toContainEqual(body);
  });

  test('[A1] opens it at once, and taking it closes it', async () => {
    const session = await sessionFor('nobody@birch');
    const { account } = await session.who();
    const before = await session.get(world.at('beta'));

    const { body } = await give(founder, account.id, 'PartnerReader', 'grove');
    const during = await session.get(world.at('beta'));
    const taken = await founder.delete(`/grants/${body.id}`);
    const after = await session.get(world.at('beta'));

    expect([before, during, after].map(({ status }) => status)).toEqual([404, 200, 404]);
    expect([taken.status, taken.text]).toEqual([204, '']);
  });

  test.each<[Role, PlaceName]>([
    ['PartnerReader', 'acme'],
    ['TenantReader', 'grove'],
    ['TenantAdministrator', 'alder'],
    ['DistributorReader', 'platform'],
    ['PlatformAdministrator', 'north'],
  ])('[A2] is refused where its kind does not fit: %s at %s', async (role, place) => {
    const account = await somebodyAt('platform');

    const answer = await give(founder, account, role, place);

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'role' }] } });
    expect(await rolesOf(account)).toEqual([]);
  });

  test('[A2] is refused to a user of services', async () => {
    const account = await somebodyAt('acme', 'user');

    const answer = await give(founder, account, 'TenantReader', 'acme');

    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    expect(await rolesOf(account)).toEqual([]);
  });

  test.each<Role>(['TenantReader', 'TenantAdministrator'])(
    '[A2] is refused where one is held already, as %s',
    async (role) => {
      const account = await somebodyAt('acme');
      await give(founder, account, 'TenantReader', 'acme');

      const answer = await give(founder, account, role, 'acme');

      expect(answer).toMatchObject({ status: 409, body: { code: 'grant.exists' } });
      expect(await rolesOf(account)).toEqual(['TenantReader at Acme']);
    },
  );

  test('[A2] lands once when two are given at once', async () => {
    const account = await somebodyAt('acme');

    const answers = await Promise.all([
      give(founder, account, 'TenantReader', 'acme'),
      give(founder, account, 'TenantAdministrator', 'acme'),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await rolesOf(account)).toHaveLength(1);
  });

  test('may be done at several places', async () => {
    const account = await somebodyAt('alder');

    await give(founder, account, 'PartnerAdministrator', 'grove');
    await give(founder, account, 'TenantReader', 'acme');
    await give(founder, account, 'TenantReader', 'labs');

    expect((await rolesOf(account)).sort()).toEqual([
      'PartnerAdministrator at Grove',
      'TenantReader at Acme',
      'TenantReader at Labs',
    ]);
  });
});

describe('[A3] who may give a role', () => {
  test.each<[PersonName, Role, PlaceName]>([
    ['platform-admin@platform', 'PlatformReader', 'platform'],
    ['platform-admin@platform', 'TenantReader', 'bench'],
    ['distributor-admin@north', 'DistributorAdministrator', 'north'],
    ['distributor-admin@north', 'PartnerReader', 'grove'],
    ['partner-admin@alder', 'PartnerAdministrator', 'alder'],
    ['partner-admin@alder', 'TenantAdministrator', 'acme'],
    ['partner-admin@grove', 'PartnerReader', 'grove'],
    ['tenant-admin@acme', 'TenantAdministrator', 'labs'],
    ['tenant-admin@labs', 'TenantReader', 'labs'],
  ])('%s: %s at %s', async (name, role, place) => {
    const account = await somebodyAt(place);

    const answer = await give(await sessionFor(name), account, role, place);

    expect(answer.status).toBe(201);
  });

  test.each<[PersonName, Role, PlaceName]>([
    ['platform-reader@platform', 'PlatformReader', 'platform'],
    ['distributor-reader@north', 'PartnerReader', 'alder'],
    ['partner-reader@alder', 'TenantReader', 'acme'],
    ['tenant-reader@acme', 'TenantReader', 'acme'],
  ])('not a reader: %s, %s at %s', async (name, role, place) => {
    const account = await somebodyAt(place);

    const answer = await give(await sessionFor(name), account, role, place);

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toEqual(['role']);
    expect(await rolesOf(account)).toEqual([]);
  });

  test.each<[PersonName, Role, PlaceName]>([
    ['partner-admin@alder', 'PartnerReader', 'birch'],
    ['partner-admin@alder', 'TenantReader', 'gamma'],
    ['partner-admin@alder', 'DistributorReader', 'north'],
    ['tenant-admin@acme', 'PartnerReader', 'alder'],
    ['tenant-admin@labs', 'TenantReader', 'acme'],
  ])('nobody, outside their scope: %s, %s at %s', async (name, role, place) => {
    const session = await sessionFor(name);
    const account = await somebodyAt(name.endsWith('labs') ? 'labs' : 'acme');

    const answer = await give(session, account, role, place);

    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await rolesOf(account)).toEqual([]);
  });

  test.each<PlaceName>(['birch', 'gamma', 'north', 'platform'])(
    'nobody, to an account at home at %s, unseen',
    async (home) => {
      const session = await sessionFor('partner-admin@alder');
      const account = await somebodyAt(home);

      const hidden = await give(session, account, 'TenantReader', 'acme');
      const unknown = await give(session, newId(), 'TenantReader', 'acme');

      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(unknown.text);
    },
  );

  test('nobody who would lift themselves', async () => {
    const session = await sessionFor('partner-admin@grove');
    const { account } = await session.who();

    const up = await give(session, account.id, 'PartnerAdministrator', 'alder');
    const same = await give(session, account.id, 'PartnerReader', 'grove');

    expect([up.status, same.status]).toEqual([404, 409]);
  });
});

describe('taking a role', () => {
  test('[A5] is not for readers, who see it', async () => {
    const reader = await sessionFor('tenant-reader@acme');
    const { body } = await give(founder, await somebodyAt('acme'), 'TenantReader', 'acme');

    const answer = await reader.delete(`/grants/${body.id}`);

    expect(failedChecks(answer)).toEqual(['role']);
  });

  test('looks like taking what never was, from outside', async () => {
    const outsider = await sessionFor('partner-admin@birch');
    const { body } = await give(founder, await somebodyAt('acme'), 'TenantReader', 'acme');

    const hidden = await outsider.delete(`/grants/${body.id}`);
    const unknown = await outsider.delete(`/grants/${newId()}`);

    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(unknown.text);
  });

  test('twice finds nothing the second time', async () => {
    const { body } = await give(founder, await somebodyAt('acme'), 'TenantReader', 'acme');

    const first = await founder.delete(`/grants/${body.id}`);
    const second = await founder.delete(`/grants/${body.id}`);

    expect([first.status, second.status]).toEqual([204, 404]);
  });

  test('is for an administrator within, of what is held there', async () => {
    const tenant = await sessionFor('tenant-admin@acme');
    const { body } = await give(founder, await somebodyAt('alder'), 'TenantReader', 'labs');

    expect((await tenant.delete(`/grants/${body.id}`)).status).toBe(204);
  });
});

describe('[A4] an account that holds more than its editor', () => {
  test.each([
    ['edit', (by: Session, path: string) => by.patch(path, { displayName: 'X' }, { ifMatch: '*' })],
    ['disable', (by: Session, path: string) => by.post(`${path}/disable`)],
    ['delete', (by: Session, path: string) => by.delete(path)],
  ] as const)('is out of reach: %s', async (_, act) => {
    const partner = await sessionFor('partner-admin@alder');
    const account = await somebodyAt('acme');
    await give(founder, account, 'DistributorReader', 'south');

    const answer: Answer<unknown> = await act(partner, `/accounts/${account}`);

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toEqual(['role', 'state']);
  });
});
