import { describe, expect, test } from 'vitest';
import { DAY } from '../../server/core/clock.ts';
import { DeletedOrganisation as Kept } from '../../server/organisations/deleted/deleted-organisation.entity.ts';
import { eraseDeleted } from '../../server/organisations/deleted/erase-deleted.ts';
import { closedWhenDeleted } from '../../server/organisations/open-inside.ts';
import type { Page } from '../../shared/core/paging.ts';
import type {
  Billing,
  DeletedOrganisation,
  Organisation,
  OrganisationSettings,
  RestoredOrganisation,
} from '../../shared/organisations/contract.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { PASSWORD } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

interface Named {
  id: string;
}

async function remove({ id }: Named, session = founder): Promise<void> {
  bodyOf(await session.post(`/organisations/${id}/suspend`));
  bodyOf(await session.delete(`/organisations/${id}`));
}

function restore({ id }: Named, session = founder) {
  return session.post<RestoredOrganisation>(`/organisations/${id}/restore`);
}

async function listDeleted(session: Session, query = ''): Promise<DeletedOrganisation[]> {
  const path = `/organisations/deleted?limit=200${query}`;
  return bodyOf(await session.get<Page<DeletedOrganisation>>(path)).items;
}

async function has(session: Session, { id }: Named): Promise<boolean> {
  return (await listDeleted(session)).some((deleted) => deleted.id === id);
}

/** Somebody new at home in an organisation, who administers it. */
async function somebodyAt({ id, kind }: Organisation) {
  const role = kind === 'partner' ? 'PartnerAdministrator' : 'TenantAdministrator';
  const email = `${id}@canopy.example`;
  const input = { email, displayName: 'Somebody', grants: [{ role }] };
  const path = `/organisations/${id}/accounts`;
  const { id: accountId } = bodyOf(await founder.post<Named>(path, input));
  const session = await world.accept((await world.mailsTo(email))[0]);
  return { session, accountId, email };
}

describe('restoring a deleted organisation', () => {
  test('[H12] brings it back below its parent, suspended, on versions that go on', async () => {
    const tenant = await world.create('tenant', 'alder', { externalId: 'back-1' });
    await remove(tenant);

    const { status, body } = await restore(tenant);

    expect(status).toBe(200);
    expect(body.leftOut).toEqual([]);
    expect(body.organisation).toMatchObject({
      id: tenant.id,
      parentId: world.ids.alder,
      path: tenant.path,
      displayName: tenant.displayName,
      externalId: 'back-1',
      status: 'suspended',
      createdAt: tenant.createdAt,
      version: 4, // created, suspended, deleted, restored
    });
    expect(bodyOf(await founder.get(`/organisations/${tenant.id}`))).toEqual(body.organisation);
    expect(await has(founder, tenant)).toBe(false);
  });

  test('brings its billing profile and its settings along', async () => {
    const partner = await world.create('partner', 'north');
    const path = `/organisations/${partner.id}`;
    const patch = { mfa: 'administrators', selfProvisioning: { 'tenant.createUnit': 'deny' } };
    bodyOf(await founder.patch(`${path}/settings`, patch, { ifMatch: '*' }));
    const billing = bodyOf(await founder.get<Billing>(`${path}/billing`));
    const settings = bodyOf(await founder.get<OrganisationSettings>(`${path}/settings`));
    await remove(partner);

    bodyOf(await restore(partner));

    const version = billing.version + 2;
    expect(bodyOf(await founder.get(`${path}/billing`))).toEqual({ ...billing, version });
    expect(bodyOf(await founder.get(`${path}/settings`))).toEqual({
      ...settings,
      version: settings.version + 2,
    });
  });

  test('[H12] brings its people back with their roles and passwords, not their sessions', async () => {
    const tenant = await world.create('tenant', 'alder');
    const { session, accountId, email } = await somebodyAt(tenant);
    await remove(tenant);

    bodyOf(await restore(tenant));

    const signIn = { email, password: PASSWORD };
    expect((await world.stranger().post('/auth/sign-in', signIn)).status).toBe(403);
    bodyOf(await founder.post(`/organisations/${tenant.id}/activate`));
    expect((await session.get('/auth/session')).status).toBe(401);
    const again = world.stranger();
    bodyOf(await again.post('/auth/sign-in', signIn));
    const { account, grants } = await again.who();
    expect(account.id).toBe(accountId);
    expect(grants.map(({ role, organisation }) => [role, organisation.id])).toEqual([
      ['TenantAdministrator', tenant.id],
    ]);
  });

  test('[H12] leaves API tokens, and roles that were held elsewhere, where they are: gone', async () => {
    const tenant = await world.create('tenant', 'alder');
    const { accountId } = await somebodyAt(tenant);
    const grant = { role: 'PartnerReader', organisationId: world.ids.birch };
    bodyOf(await founder.post(`/accounts/${accountId}/grants`, grant));
    await remove(tenant);

    bodyOf(await restore(tenant));

    const { items } = bodyOf(await founder.get<Page<Named>>(`/organisations/${tenant.id}/tokens`));
    expect(items).toEqual([]);
    const held = bodyOf(await founder.get<Page<Named>>(`/accounts/${accountId}/grants`));
    expect(held.items).toHaveLength(1);
  });

  test('leaves out whose address belongs to another account by now, and says so', async () => {
    const tenant = await world.create('tenant', 'alder');
    const { email } = await somebodyAt(tenant);
    await remove(tenant);
    const input = { email, displayName: 'The same person' };
    bodyOf(await founder.post(world.at('acme', '/accounts'), input));

    const { leftOut } = bodyOf(await restore(tenant));

    expect(leftOut).toEqual([{ displayName: 'Somebody new', email }]);
    const { items } = bodyOf(await founder.get<Page<Named>>(`/organisations/${tenant.id}/grants`));
    expect(items).toEqual([]);
  });

  test('tells everybody who looks, and a second time too', async () => {
    const partner = await world.signIn('partner-reader@alder');
    await using socket = await partner.socket();
    await socket.subscribe({ scope: 'children', organisationId: world.ids.alder });
    const tenant = await world.create('tenant', 'alder');

    await remove(tenant);
    bodyOf(await restore(tenant));
    bodyOf(await founder.delete(`/organisations/${tenant.id}`));
    bodyOf(await restore(tenant));
    await world.settled();
    await socket.roundTrip();

    const seen = socket.changes.filter(({ resource }) => resource === 'organisation');
    expect(seen.map(({ op, version }) => `${op} ${version}`)).toEqual([
      'create 1',
      'update 2',
      'delete 3',
      'create 4',
      'delete 5',
      'create 6',
    ]);
    expect(seen.at(-1)?.fields).toMatchObject({ status: 'suspended', parentId: world.ids.alder });
  });

  test('finds its place where its branch was moved to meanwhile', async () => {
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder);
    await remove(tenant);
    const birch = await world.signIn('partner-admin@birch');
    const before = await has(birch, tenant);
    const move = { parentId: world.ids.birch };
    bodyOf(await founder.post(`/organisations/${folder.id}/move`, move));

    const after = await has(birch, tenant);
    const { organisation } = bodyOf(await restore(tenant, birch));

    expect([before, after]).toEqual([false, true]);
    expect(organisation.path.map(({ id }) => id)).toEqual([
      world.ids.platform,
      world.ids.north,
      world.ids.birch,
      folder.id,
      tenant.id,
    ]);
  });

  test('keeps a lock of a level that is still above, and its barrier', async () => {
    const partner = await world.create('partner', 'north');
    const { session } = await somebodyAt(partner);
    const path = `/organisations/${partner.id}`;
    bodyOf(await founder.post(`${path}/lock`));
    bodyOf(await session.put(`${path}/access`, { managementMode: 'self-managed' }));
    await remove(partner);

    const { organisation } = bodyOf(await restore(partner));

    expect(organisation).toMatchObject({
      lockedAt: world.ids.platform,
      managementMode: 'self-managed',
    });
    expect((await founder.get(`${path}/accounts`)).status).toBe(403);
    expect(await closedWhenDeleted(world.em)).not.toContain(partner.id);
  });
});

describe('what was deleted', () => {
  test('[H12] is listed with who, when and until when, for those who could have deleted it', async () => {
    const tenant = await world.create('tenant', 'alder');
    const steward = await world.signIn('partner-admin@alder');
    await remove(tenant, steward);
    const { account } = await steward.who();

    const [found] = await listDeleted(founder, `&parentId=${world.ids.alder}`);

    expect(found).toMatchObject({
      id: tenant.id,
      kind: 'tenant',
      displayName: tenant.displayName,
      parentId: world.ids.alder,
      isParentGone: false,
      deletedBy: { id: account.id, displayName: account.displayName },
    });
    expect(found?.path.at(-1)?.id).toBe(world.ids.alder);
    const kept = Date.parse(found?.restorableUntil ?? '') - Date.parse(found?.deletedAt ?? '');
    expect(kept).toBe(30 * DAY);
  });

  test.each([
    ['partner-admin@alder', true],
    ['distributor-admin@north', true],
    ['partner-reader@alder', false],
    ['platform-reader@platform', false],
    ['partner-admin@birch', false],
    ['tenant-admin@acme', false],
  ] as const)('is there for %s: %s', async (name, isThere) => {
    const session = await world.signIn(name);
    const tenant = await world.create('tenant', 'alder');
    await remove(tenant);

    expect(await has(session, tenant)).toBe(isThere);
  });

  test('is searched by name, and paged', async () => {
    const folder = await world.create('folder', 'alder');
    for (const displayName of ['Oak one', 'Oak two', 'Elm']) {
      await remove(await world.create('tenant', folder, { displayName }));
    }
    const path = `/organisations/deleted?parentId=${folder.id}&q=oak&limit=1`;

    const first = bodyOf(await founder.get<Page<DeletedOrganisation>>(path));
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const second = bodyOf(await founder.get<Page<DeletedOrganisation>>(`${path}&cursor=${cursor}`));

    const names = [...first.items, ...second.items].map(({ displayName }) => displayName);
    expect(names).toEqual(['Oak two', 'Oak one']);
    expect(second.nextCursor).toBeNull();
  });

  test('is at no other door', async () => {
    const displayName = 'Nowhere to be seen';
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder, { displayName });
    await remove(tenant);
    await using socket = await founder.socket();

    const read = await founder.get(`/organisations/${tenant.id}`);
    const children = await founder.get<Page<Named>>(`/organisations/${folder.id}/children`);
    const parent = await founder.get<Organisation>(`/organisations/${folder.id}`);
    const search = await founder.get<Page<Named>>('/organisations?q=nowhere');
    const explained = await founder.get(`/access/explain?action=directory.view&at=${tenant.id}`);
    const wanted = { scope: 'record', organisationId: tenant.id };
    const followed = await socket.ask<{ ok: boolean }>('subscribe', wanted);

    expect([read.status, explained.status]).toEqual([404, 404]);
    expect([bodyOf(children).items, bodyOf(search).items]).toEqual([[], []]);
    expect(bodyOf(parent).childCount).toBe(0);
    expect(followed.ok).toBe(false);
  });

  test('[H12] is erased after thirty days, which the audit keeps', async () => {
    await using other = await createWorld();
    const tenant = await other.create('tenant', 'alder', { displayName: 'Long gone' });
    await remove(tenant, other.founder);
    const { openWork } = other.server.running.context;
    const nobody = { sessionHash: null, requestId: '', address: '', userAgent: '' };
    const erase = () => eraseDeleted(openWork({ ...nobody, idempotency: null }));

    other.clock.advance(30 * DAY - 1000);
    await erase();
    const before = await other.em.count(Kept);
    other.clock.advance(1000);
    const late = await restore(tenant, await other.signIn('platform-admin@platform'));
    await erase();

    expect(before).toBe(1);
    expect(late.status).toBe(404);
    expect(await other.em.count(Kept)).toBe(0);
    const admin = await other.signIn('platform-admin@platform');
    const audit = await admin.get('/audit?action=organisation.erase');
    expect(audit.text).toContain('Long gone');
  });
});

describe('restoring is refused', () => {
  async function deletedBelow(parent: PlaceName | Organisation, fields = {}) {
    const tenant = await world.create('tenant', parent, fields);
    await remove(tenant);
    return tenant;
  }

  test('[H12] to those who could not have deleted it', async () => {
    const tenant = await deletedBelow('alder');
    const reader = await world.signIn('partner-reader@alder');
    const stranger = await world.signIn('partner-admin@birch');

    const within = await restore(tenant, reader);
    const without = await restore(tenant, stranger);

    expect(failedChecks(within)).toEqual(['role']);
    expect(without.status).toBe(404);
  });

  test('while its parent is gone too, and not any more when that is back', async () => {
    const folder = await world.create('folder', 'alder');
    const tenant = await deletedBelow(folder);
    await remove(folder);

    const early = await restore(tenant);
    const [listed] = (await listDeleted(founder)).filter(({ id }) => id === tenant.id);
    bodyOf(await restore(folder));
    bodyOf(await founder.post(`/organisations/${folder.id}/activate`));
    const late = await restore(tenant);

    expect(early).toMatchObject({ status: 409, body: { code: 'organisation.parent-gone' } });
    expect(listed?.isParentGone).toBe(true);
    expect(late.status).toBe(200);
  });

  test('[H8] while the parent is suspended', async () => {
    const folder = await world.create('folder', 'alder');
    const tenant = await deletedBelow(folder);
    bodyOf(await founder.post(`/organisations/${folder.id}/suspend`));

    expect(failedChecks(await restore(tenant))).toEqual(['state']);
  });

  test('[H2] where the parent may no longer have its like', async () => {
    const owner = await world.create('partner', 'north');
    const settings = `/organisations/${owner.id}/settings`;
    bodyOf(await founder.patch(settings, { subPartners: true }, { ifMatch: '*' }));
    const partner = await world.create('partner', owner);
    await remove(partner);
    bodyOf(await founder.patch(settings, { subPartners: false }, { ifMatch: '*' }));

    expect(failedChecks(await restore(partner))).toEqual(['parent']);
  });

  test('to those above a barrier that closed meanwhile', async () => {
    const partner = await world.create('partner', 'north');
    const { session } = await somebodyAt(partner);
    const tenant = await deletedBelow(partner);
    const path = `/organisations/${partner.id}/access`;
    bodyOf(await session.put(path, { managementMode: 'self-managed' }));

    const above = await restore(tenant);
    const inside = await restore(tenant, session);

    expect(failedChecks(above)).toEqual(['barrier']);
    expect(inside.status).toBe(200);
  });

  test('[H7] where a sibling has its external id by now', async () => {
    const tenant = await deletedBelow('alder', { externalId: 'taken-1' });
    await world.create('tenant', 'alder', { externalId: 'taken-1' });

    const answer = await restore(tenant);

    expect(answer).toMatchObject({ status: 409, body: { code: 'external-id.taken' } });
    expect(await has(founder, tenant)).toBe(true);
  });
});

describe('what is deleted and restored from outside a barrier', () => {
  test('names nobody from inside, neither in a refusal nor in what is left out', async () => {
    const alder = await world.signIn('partner-admin@alder');
    const tenant = await world.create('tenant', 'alder');
    const { session, accountId, email } = await somebodyAt(tenant);
    const grant = { role: 'PlatformReader', organisationId: world.ids.platform };
    const beyond = bodyOf(await founder.post<Named>(`/accounts/${accountId}/grants`, grant));
    const path = `/organisations/${tenant.id}`;
    bodyOf(await session.put(`${path}/access`, { managementMode: 'self-managed' }));
    bodyOf(await alder.post(`${path}/suspend`));

    const refused = await alder.delete(path);
    bodyOf(await founder.delete(`/grants/${beyond.id}`));
    bodyOf(await alder.delete(path));
    const again = { email, displayName: 'Another', grants: [] };
    bodyOf(await founder.post(world.at('alder', '/accounts'), again));
    const restored = await restore(tenant, alder);

    expect(refused).toMatchObject({ status: 403, body: { code: 'access.denied' } });
    expect(restored).toMatchObject({ status: 200, body: { leftOut: [] } });
    for (const { text } of [refused, restored]) {
      expect(text).not.toContain(email);
      expect(text).not.toContain('Somebody new');
      expect(text).not.toContain(accountId);
    }
  });
});
