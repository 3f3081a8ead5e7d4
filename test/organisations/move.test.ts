import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { MovePreview } from '../../shared/access/move-preview-contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { failedChecks } from '../access/failed-checks.ts';
import type { PersonName } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

function move({ id }: { id: string }, parent: PlaceName | Organisation, session = founder) {
  const parentId = typeof parent === 'string' ? world.ids[parent] : parent.id;
  return session.post<Organisation>(`/organisations/${id}/move`, { parentId });
}

async function read({ id }: { id: string }, session = founder): Promise<Organisation> {
  return bodyOf(await session.get<Organisation>(`/organisations/${id}`));
}

async function onboardingAt({ id }: { id: string }): Promise<string> {
  return bodyOf(await founder.get<{ id: string }>(`/organisations/${id}/onboarding`)).id;
}

async function idsBelow(place: PlaceName, session: Session): Promise<string[]> {
  const path = world.at(place, '/children?limit=200');
  return bodyOf(await session.get<Page<Organisation>>(path)).items.map(({ id }) => id);
}

/** Somebody who holds these roles, and nothing else. */
async function holderOf(name: PersonName, roles: [Role, PlaceName][]): Promise<Session> {
  const session = await world.signIn(name);
  const { account } = await session.who();
  for (const [role, place] of roles) {
    const input = { role, organisationId: world.ids[place] };
    bodyOf(await founder.post(`/accounts/${account.id}/grants`, input));
  }
  return session;
}

describe('moving a tenant to another partner', () => {
  test('places it there, one version on', async () => {
    const tenant = await world.create('tenant', 'alder');

    const { status, headers, body } = await move(tenant, 'birch');

    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"2"');
    expect(body).toMatchObject({ parentId: world.ids.birch, version: 2 });
    expect(body.path.map(({ id }) => id)).toEqual([
      world.ids.platform,
      world.ids.north,
      world.ids.birch,
      tenant.id,
    ]);
    expect(await read(tenant)).toEqual(body);
  });

  test('takes it out of one list into the other', async () => {
    const tenant = await world.create('tenant', 'alder');

    await move(tenant, 'birch');

    expect(await idsBelow('alder', founder)).not.toContain(tenant.id);
    expect(await idsBelow('birch', founder)).toContain(tenant.id);
  });

  test('shows it to the new partner, and hides it from the old', async () => {
    const alder = await world.signIn('partner-reader@alder');
    const birch = await world.signIn('partner-reader@birch');
    const tenant = await world.create('tenant', 'alder');
    const unit = await world.create('unit', tenant);
    const statuses = async (session: Session) => {
      const paths = [tenant, unit].map(({ id }) => `/organisations/${id}`);
      const answers = await Promise.all(paths.map((path) => session.get(path)));
      return answers.map(({ status }) => status);
    };
    const before = { alder: await statuses(alder), birch: await statuses(birch) };

    await move(tenant, 'birch');

    expect(before).toEqual({ alder: [200, 200], birch: [404, 404] });
    expect({ alder: await statuses(alder), birch: await statuses(birch) }).toEqual({
      alder: [404, 404],
      birch: [200, 200],
    });
  });

  test('leaves its own people where they are', async () => {
    const insider = await world.signIn('tenant-admin@gamma');

    await move({ id: world.ids.gamma }, 'cedar');

    const { body } = await insider.get<Organisation>(world.at('gamma'));
    expect(body.path.map(({ displayName }) => displayName)).toEqual([
      'Platform',
      'South',
      'Cedar',
      'Gamma',
    ]);
    await move({ id: world.ids.gamma }, 'birch');
  });

  test('[H7] is refused where a sibling has its external id', async () => {
    const tenant = await world.create('tenant', 'alder', { externalId: 'crm-1' });
    await world.create('tenant', 'birch', { externalId: 'crm-1' });

    const answer = await move(tenant, 'birch');

    expect(answer).toMatchObject({ status: 409, body: { code: 'external-id.taken' } });
    expect(await read(tenant)).toEqual(tenant);
  });

  test('to where it stands changes nothing', async () => {
    const tenant = await world.create('tenant', 'alder');
    const head = await headOf(world.em);

    const { status, body } = await move(tenant, 'alder');

    expect(status).toBe(200);
    expect(body).toEqual(tenant);
    expect(await headOf(world.em)).toBe(head);
  });
});

describe('moving a branch', () => {
  test('changes the paths of everything below', async () => {
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder);
    const unit = await world.create('unit', tenant);
    const deepest = await world.create('unit', unit);

    await move(folder, 'birch');

    const { path, parentId, version } = await read(deepest);
    expect(path.slice(2).map(({ id }) => id)).toEqual([
      world.ids.birch,
      folder.id,
      tenant.id,
      unit.id,
      deepest.id,
    ]);
    expect([parentId, version]).toEqual([unit.id, 2]);
  });

  test('logs each record that goes along, in one commit', async () => {
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder);
    const unit = await world.create('unit', tenant);
    const invitation = {
      email: 'along@canopy.example',
      displayName: 'Goes along',
      grants: [{ role: 'TenantReader' }],
    };
    const { id, grants } = bodyOf(
      await founder.post<AccountWithGrants>(`/organisations/${unit.id}/accounts`, invitation),
    );
    const onboarding = await onboardingAt(tenant);
    const head = await headOf(world.em);

    await move(folder, 'birch');

    const rows = await world.em.find(ChangeRow, { seq: { $gt: head } });
    expect(rows.map(({ resource, recordId }) => `${resource} ${recordId}`).sort()).toEqual(
      [
        `account ${id}`,
        `billing ${tenant.id}`,
        `settings ${tenant.id}`,
        `onboarding ${onboarding}`,
        `onboardingState ${onboarding}`,
        `grant ${grants[0]?.id}`,
        ...[folder, tenant, unit].map((entry) => `organisation ${entry.id}`),
      ].sort(),
    );
    expect(new Set(rows.map(({ commit }) => commit)).size).toBe(1);
    for (const row of rows) {
      expect(row.path).toContain(`${world.ids.birch}/${folder.id}`);
      expect(row.pathBefore).toContain(`${world.ids.alder}/${folder.id}`);
      expect(row.record).not.toBeNull();
    }
  });

  test('logs the settings of a partner too', async () => {
    const partner = await world.create('partner', 'north');
    const head = await headOf(world.em);

    await move(partner, 'south');

    const later = { seq: { $gt: head } };
    const rows = await world.em.find(ChangeRow, later, { orderBy: { seq: 'asc' } });
    expect(rows.map(({ resource }) => resource)).toEqual([
      ...['organisation', 'billing', 'settings', 'onboarding', 'onboardingState'],
    ]);
  });

  test('[H4] is refused where its own depth does not fit', async () => {
    let deepest = await world.create('folder', 'cedar');
    while (deepest.path.length < 14) deepest = await world.create('folder', deepest);
    const folder = await world.create('folder', 'cedar');
    const tenant = await world.create('tenant', folder);
    const unit = await world.create('unit', tenant);

    const tooDeep = await move(folder, deepest);
    await founder.post(`/organisations/${unit.id}/suspend`);
    await founder.delete(`/organisations/${unit.id}`);
    const justFits = await move(folder, deepest);

    expect(tooDeep.body).toMatchObject({ detail: 'The tree may be 16 levels deep at most.' });
    expect(justFits.status).toBe(200);
  });

  test.each(['itself', 'below', 'far below'])(
    '[H6] is refused beneath itself: %s',
    async (where) => {
      const folder = await world.create('folder', 'alder');
      const below = await world.create('folder', folder);
      const farBelow = await world.create('folder', below);
      const parents: Record<string, Organisation> = {
        itself: folder,
        below,
        'far below': farBelow,
      };

      const answer = await move(folder, parents[where] as Organisation);

      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'parentId' }] } });
      expect(await read(folder)).toMatchObject({ parentId: world.ids.alder, version: 1 });
    },
  );
});

describe('where an organisation may not go', () => {
  test.each<[string, PlaceName, PlaceName]>([
    ['H1', 'alder', 'gamma'],
    ['H1', 'grove', 'platform'],
    ['H1', 'acme', 'south'],
    ['H1', 'acme', 'gamma'],
    ['H2', 'birch', 'alder'],
    ['H2', 'birch', 'grove'],
    ['H3', 'grove', 'north'],
  ])('[%s] %s below %s', async (_, place, parent) => {
    const before = await read({ id: world.ids[place] });

    const answer = await move(before, parent);

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toEqual(['parent']);
    expect(await read(before)).toEqual(before);
  });

  test.each<PlaceName>(['platform', 'north', 'labs'])('[H6] %s goes nowhere', async (place) => {
    const answer = await move({ id: world.ids[place] }, 'south');

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toContain('parent');
  });

  test('[H2] a folder of partners, to a partner without any', async () => {
    const folder = await world.create('folder', 'north');
    await world.create('partner', await world.create('folder', folder));

    const answer = await move(folder, 'alder');

    expect(failedChecks(answer)).toEqual(['parent']);
  });

  test('[H3] a folder of tenants, to a distributor’s folder', async () => {
    const folder = await world.create('folder', 'alder');
    await world.create('tenant', await world.create('folder', folder));

    const answer = await move(folder, await world.create('folder', 'north'));

    expect(failedChecks(answer)).toEqual(['parent']);
    expect(answer.body).toMatchObject({
      detail: expect.stringContaining('A tenant needs a partner above it') as string,
    });
  });

  test('[H3] but a partner takes its tenants anywhere', async () => {
    const partner = await world.create('partner', 'north');
    const folder = await world.create('folder', partner);
    await world.create('tenant', folder);

    const answer = await move(partner, await world.create('folder', 'south'));

    expect(answer.status).toBe(200);
  });

  test('[H8] anything, into what is suspended', async () => {
    const partner = await world.create('partner', 'north');
    const folder = await world.create('folder', partner);
    const tenant = await world.create('tenant', 'alder');
    await founder.post(`/organisations/${partner.id}/suspend`);

    const answers = [await move(tenant, partner), await move(tenant, folder)];

    expect(answers.map(failedChecks)).toEqual([['state'], ['state']]);
    expect(await read(tenant)).toEqual(tenant);
  });
});

describe('who may move', () => {
  test('[H6] is nobody who cannot see the other end', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const tenant = await world.create('tenant', 'alder');
    const foreign = await world.create('tenant', 'birch');

    const push = await move(tenant, 'birch', partner);
    const pull = await move(foreign, 'alder', partner);

    expect([push.status, pull.status]).toEqual([404, 404]);
  });

  test('[H6] is nobody who only reads the other end', async () => {
    const session = await holderOf('nobody@south', [
      ['PartnerAdministrator', 'alder'],
      ['PartnerReader', 'birch'],
    ]);
    const tenant = await world.create('tenant', 'alder');
    const foreign = await world.create('tenant', 'birch');

    const push = await move(tenant, 'birch', session);
    const pull = await move(foreign, 'alder', session);

    expect([push, pull].map(failedChecks)).toEqual([['role'], ['role']]);
  });

  test('[H6] is who administers both ends', async () => {
    const session = await holderOf('nobody@north', [
      ['PartnerAdministrator', 'alder'],
      ['PartnerAdministrator', 'birch'],
    ]);
    const tenant = await world.create('tenant', 'alder');

    expect((await move(tenant, 'birch', session)).status).toBe(200);
  });

  test('[H6] is a partner, within its own branch', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const tenant = await world.create('tenant', 'alder');

    expect((await move(tenant, 'grove', partner)).status).toBe(200);
  });

  test('[H6] is no tenant, whatever it administers', async () => {
    const tenant = await world.signIn('tenant-admin@beta');

    const answer = await move({ id: world.ids.beta }, 'alder', tenant);

    expect(failedChecks(answer)).toEqual(['role']);
  });

  test('[H10] is nobody below the level of a lock', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const distributor = await world.signIn('distributor-admin@north');
    const tenant = await world.create('tenant', 'alder');
    await distributor.post(`/organisations/${tenant.id}/lock`);

    const below = await move(tenant, 'grove', partner);
    const level = await move(tenant, 'grove', distributor);

    expect(failedChecks(below)).toEqual(['state']);
    expect(level.status).toBe(200);
  });
});

describe('what holds something locked', () => {
  test('[H10] is not moved by whom the lock binds, and the preview says so', async () => {
    const partner = await world.signIn('second-partner-admin@alder');
    const { account } = await partner.who();
    const besides = { role: 'PartnerAdministrator', organisationId: world.ids.birch };
    bodyOf(await founder.post(`/accounts/${account.id}/grants`, besides));
    const distributor = await world.signIn('distributor-admin@north');
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder);
    bodyOf(await distributor.post(`/organisations/${tenant.id}/lock`));

    const parent = { parentId: world.ids.birch };
    const preview = await partner.post<MovePreview>(
      `/organisations/${folder.id}/move/preview`,
      parent,
    );
    const below = await move(folder, 'birch', partner);
    const level = await move(folder, 'birch', distributor);

    expect(preview.body).toMatchObject({ allowed: false });
    expect(below.body).toMatchObject({
      detail: `${tenant.displayName} is locked by North. An administrator of North can unlock it.`,
    });
    expect(failedChecks(below)).toEqual(['state']);
    expect(level.status).toBe(200);
  });

  test('[H10] is not activated or deleted by whom the lock binds', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const distributor = await world.signIn('distributor-admin@north');
    const tenant = await world.create('tenant', 'alder');
    bodyOf(await distributor.post(`/organisations/${tenant.id}/suspend`));
    bodyOf(await distributor.post(`/organisations/${tenant.id}/lock`));

    const answers = [
      await partner.post(`/organisations/${tenant.id}/activate`),
      await partner.delete(`/organisations/${tenant.id}`),
    ];
    const level = await distributor.delete(`/organisations/${tenant.id}`);

    expect(answers.map(failedChecks)).toEqual([['state'], ['state']]);
    expect(level.status).toBe(204);
  });
});

describe('the lock of what moves', () => {
  const lock = async ({ id }: Organisation, session: Session) =>
    bodyOf(await session.post<Organisation>(`/organisations/${id}/lock`)).lockedAt;

  test('[H10] stays while its level is still above', async () => {
    const distributor = await world.signIn('distributor-admin@north');
    const tenant = await world.create('tenant', 'alder');
    const lockedAt = await lock(tenant, distributor);

    const { body } = await move(tenant, 'birch');

    expect(body.lockedAt).toBe(lockedAt);
    expect(lockedAt).toBe(world.ids.north);
  });

  test('[H10] ends when its level is above no longer', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const tenant = await world.create('tenant', 'alder');
    await lock(tenant, partner);

    const { body } = await move(tenant, 'birch');

    expect(body.lockedAt).toBeNull();
  });

  test('[H10] ends, or stays, alike for what is below', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const tenant = await world.create('tenant', 'alder');
    const [inner, outer] = [await world.create('unit', tenant), await world.create('unit', tenant)];
    const insider = await invited(tenant, 'TenantAdministrator');
    const lockedAt = await lock(inner, insider);
    await lock(outer, partner);
    const head = await headOf(world.em);

    await move(tenant, 'birch');

    expect(lockedAt).toBe(tenant.id);
    expect((await read(inner)).lockedAt).toBe(tenant.id);
    expect((await read(outer)).lockedAt).toBeNull();
    const row = await world.em.findOne(ChangeRow, { seq: { $gt: head }, recordId: outer.id });
    expect(row?.fields).toMatchObject({ lockedAt: null });
  });

  /** Somebody of the world's who now also holds a role at an organisation just made. */
  async function invited({ id }: Organisation, role: Role): Promise<Session> {
    const session = await world.signIn('nobody@delta');
    const { account } = await session.who();
    bodyOf(await founder.post(`/accounts/${account.id}/grants`, { role, organisationId: id }));
    return session;
  }
});
