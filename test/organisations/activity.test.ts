import { describe, expect, test } from 'vitest';
import { headOf } from '../../server/core/changes/append-log.ts';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import { newId } from '../../server/core/new-id.ts';
import type { Topic } from '../../shared/access/actions.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Activity } from '../../shared/live/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { pathThrough } from '../../shared/organisations/path.ts';
import type { PersonName } from '../support/people.ts';
import type { PlaceName } from '../support/places.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
await world.invite('tenant-reader@bench');

async function activityOf({ id }: { id: string }, session = founder, query = 'limit=200') {
  const path = `/organisations/${id}/activity?${query}`;
  return bodyOf(await session.get<Page<Activity>>(path));
}

/** What the feed says, shortly, the latest first. */
async function deedsAt(of: { id: string }, session = founder): Promise<string[]> {
  const { items } = await activityOf(of, session);
  return items.map(({ action, op, resource }) => `${action}: ${op} ${resource}`);
}

describe('the activity of an organisation', () => {
  test('lists everything done to it, the latest first', async () => {
    const { id } = await world.create('partner', 'north');
    const path = `/organisations/${id}`;
    const any = { ifMatch: '*' };
    const person = { email: `${id}@canopy.example`, displayName: 'Ada' };
    const grants = [{ role: 'PartnerReader' }];

    await founder.patch(path, { description: 'new' }, any);
    await founder.patch(`${path}/billing`, { taxId: 'DE 1' }, any);
    await founder.patch(`${path}/settings`, { subPartners: true }, any);
    const { body } = await founder.post<{ id: string }>(`${path}/accounts`, { ...person, grants });
    await founder.patch(`/accounts/${body.id}`, { displayName: 'Ada L.' }, any);
    await founder.post(`${path}/suspend`);

    expect(await deedsAt({ id })).toEqual([
      'organisation.suspend: update organisation',
      'account.edit: update account',
      'account.invite: create grant',
      'account.invite: create account',
      'settings.edit: update settings',
      'billing.edit: update billing',
      'organisation.edit: update organisation',
      'organisation.create: create settings',
      'organisation.create: create billing',
      'organisation.create: create organisation',
    ]);
  });

  test('says who, what, when and where', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const { account } = await partner.who();
    const tenant = await world.create('tenant', 'alder');
    const path = `/organisations/${tenant.id}`;
    const edited = await partner.patch<Organisation>(path, { description: 'x' }, { ifMatch: 1 });

    const { items } = await activityOf(tenant, partner, 'limit=1');

    expect(items).toMatchObject([
      {
        seq: Number(edited.headers.get('x-change-seq')),
        at: edited.body.updatedAt,
        actor: { id: account.id, displayName: account.displayName },
        action: 'organisation.edit',
        organisation: { id: tenant.id, kind: 'tenant', displayName: tenant.displayName },
        topic: 'directory',
        resource: 'organisation',
        id: tenant.id,
        organisationId: tenant.id,
        path: edited.body.path.map(({ id }) => id),
        op: 'update',
        version: 2,
        fields: { description: 'x', updatedAt: edited.body.updatedAt },
        was: { description: '' },
      },
    ]);
  });

  test('can be asked for what one person did', async () => {
    const partner = await world.signIn('partner-admin@alder');
    const { account } = await partner.who();
    const tenant = await world.create('tenant', 'alder');
    const path = `/organisations/${tenant.id}`;
    bodyOf(await partner.patch(path, { description: 'x' }, { ifMatch: 1 }));

    const { items: theirs } = await activityOf(tenant, partner, `by=${account.id}`);
    const { items: everybodys } = await activityOf(tenant, partner, '');

    expect(theirs.map(({ actor, op }) => [actor.id, op])).toEqual([[account.id, 'update']]);
    expect(everybodys.length).toBeGreaterThan(1);
  });

  test('holds what happens below it, not beside it', async () => {
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder);
    await world.create('tenant', 'alder');

    const { items } = await activityOf(folder);

    expect(new Set(items.map(({ organisationId }) => organisationId))).toEqual(
      new Set([folder.id, tenant.id]),
    );
  });

  test('holds a move once, from when it arrived', async () => {
    const tenant = await world.create('tenant', 'alder');
    await world.create('unit', tenant);
    const head = await headOf(world.em);

    bodyOf(await founder.post(`/organisations/${tenant.id}/move`, { parentId: world.ids.birch }));

    const moves = (await activityOf({ id: world.ids.birch })).items.filter(({ seq }) => seq > head);
    expect(moves.filter(({ fields }) => 'parentId' in fields)).toMatchObject([
      { action: 'organisation.move', op: 'update', id: tenant.id },
    ]);
    expect(moves.map(({ resource }) => resource)).not.toContain('billing');
    const left = (await activityOf({ id: world.ids.alder })).items.filter(({ seq }) => seq > head);
    expect(left).toMatchObject([{ action: 'organisation.move', op: 'leave', id: tenant.id }]);
    const all = (await activityOf({ id: world.ids.north })).items.filter(({ seq }) => seq > head);
    expect(all.filter(({ id }) => id === tenant.id)).toMatchObject([{ op: 'update' }]);
  });

  test('tells nothing new of what moved away, not even its name', async () => {
    const partner = await world.signIn('partner-reader@alder');
    const tenant = await world.create('tenant', 'alder', { displayName: 'Known as this' });
    const path = `/organisations/${tenant.id}`;
    bodyOf(await founder.post(`${path}/move`, { parentId: world.ids.birch }));

    bodyOf(await founder.patch(path, { displayName: 'Known as that' }, { ifMatch: '*' }));

    const { items } = await activityIn('alder', partner);
    const about = items.filter(({ organisationId }) => organisationId === tenant.id);
    expect(about.map(({ action, organisation }) => [action, organisation?.displayName])).toEqual([
      ['organisation.move', 'Known as this'],
      ['organisation.create', undefined],
    ]);
    expect(about.map(({ topic }) => topic)).toEqual(['directory', 'directory']);
    expect(JSON.stringify(items)).toContain('Known as this');
    expect(JSON.stringify(items)).not.toContain('Known as that');
    expect(JSON.stringify(items)).not.toContain(world.ids.birch);
  });

  test('keeps what a change was before, and the name of what was deleted', async () => {
    const tenant = await world.create('tenant', 'alder', { displayName: 'Old Mill' });
    const path = `/organisations/${tenant.id}`;
    bodyOf(await founder.patch(path, { displayName: 'New Mill' }, { ifMatch: 1 }));
    bodyOf(await founder.post(`${path}/suspend`));
    await founder.delete(path);

    const { items } = await activityIn('alder', founder);

    const about = items.filter(
      ({ id, resource }) => id === tenant.id && resource === 'organisation',
    );
    expect(about.map(({ op, was }) => [op, was?.['displayName']])).toEqual([
      ['delete', 'New Mill'],
      ['update', undefined],
      ['update', 'Old Mill'],
      ['create', undefined],
    ]);
  });

  test('is not searched', async () => {
    const answer = await founder.get(world.at('alder', '/activity?q=acme'));

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'q' }] } });
  });

  test('never holds sessions, invitations or secrets', async () => {
    const session = await world.signIn('tenant-admin@acme');
    await session.post('/auth/sign-out');

    const { items } = await activityIn('acme', founder);

    expect(new Set(items.map(({ resource }) => resource))).toEqual(
      new Set(['organisation', 'billing', 'settings', 'account', 'grant']),
    );
    expect(JSON.stringify(items)).not.toMatch(/passwordHash|argon|token|hash/i);
  });
});

describe('reading activity in pages', () => {
  test('skips and doubles nothing', async () => {
    const tenant = await world.create('tenant', 'alder');
    for (let version = 1; version <= 7; version += 1) {
      const edit = { description: `${version}` };
      await founder.patch(`/organisations/${tenant.id}`, edit, { ifMatch: version });
    }
    const { items: whole } = await activityOf(tenant);

    const found: Activity[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = `limit=2${cursor && `&cursor=${cursor}`}`;
      const page: Page<Activity> = await activityOf(tenant, founder, query);
      found.push(...page.items);
      cursor = page.nextCursor;
      await founder.patch(
        `/organisations/${tenant.id}`,
        { description: newId() },
        { ifMatch: '*' },
      );
    }

    expect(found).toEqual(whole);
    expect(whole).toHaveLength(10);
  });

  test('goes on behind a great many that are hidden, and does not tell of them', async () => {
    const closed = { managementMode: 'self-managed' } as const;
    const tenant = await world.create('tenant', 'birch', closed);
    const reader = await world.signIn('partner-reader@birch');
    await logInside(tenant, 2_500);

    const first = await activityOf(tenant, reader, 'limit=1');
    const second = await activityOf(tenant, reader, `limit=1&cursor=${first.nextCursor}`);

    expect(first.items.map(({ resource }) => resource)).toEqual(['billing']);
    expect(first.nextCursor?.split('.')[1]).toBe(String(first.items[0]?.seq));
    expect(second.items.map(({ resource }) => resource)).toEqual(['organisation']);
    expect(second.nextCursor).toBeNull();
  });

  test.each(['nonsense', '-1', '1e3', '9'.repeat(16)])('refuses the cursor %s', async (cursor) => {
    const answer = await founder.get(world.at('acme', `/activity?cursor=${cursor}`));

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } });
  });

  test.each(['0', '201'])('refuses a limit of %s', async (limit) => {
    const answer = await founder.get(world.at('acme', `/activity?limit=${limit}`));

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'limit' }] } });
  });
});

describe('who sees which activity', () => {
  const inside: Topic[] = ['access', 'accounts', 'settings'];
  const commercial: Topic[] = ['billing', 'directory'];

  test.each<[PersonName, 'alder' | 'acme']>([
    ['partner-reader@alder', 'alder'],
    ['distributor-reader@north', 'alder'],
    ['tenant-reader@acme', 'acme'],
  ])('all of it in a managed branch: %s at %s', async (name, place) => {
    const session = await world.signIn(name);

    const topics = topicsOf(await activityIn(place, session));

    expect(topics).toEqual([...inside, ...commercial].sort());
  });

  test('none of it where the organisation is hidden', async () => {
    const partner = await world.signIn('partner-admin@birch');

    expect((await partner.get(world.at('alder', '/activity'))).status).toBe(404);
  });

  test('only what is commercial over a closed barrier', async () => {
    await using closed = await createWorld();
    const above = await closed.signIn('distributor-admin@north');
    const partner = await closed.signIn('partner-admin@alder');
    const below = await closed.signIn('tenant-reader@acme');
    const mode = { managementMode: 'self-managed' };
    bodyOf(await partner.put(closed.at('alder', '/access'), mode));

    const seen = {
      above: topicsOf(await activityIn('alder', above, closed)),
      farBelow: topicsOf(await activityIn('acme', above, closed)),
      inside: topicsOf(await activityIn('alder', partner, closed)),
      below: topicsOf(await activityIn('acme', below, closed)),
    };

    expect(seen).toEqual({
      above: commercial,
      farBelow: commercial,
      inside: [...inside, ...commercial].sort(),
      below: [...inside, ...commercial].sort(),
    });
  });

  test('from above a barrier, nothing of what lies behind', async () => {
    await using closed = await createWorld();
    const above = await closed.signIn('distributor-admin@north');
    const partner = await closed.signIn('partner-admin@alder');
    await closed.signIn('partner-admin@birch');
    const mode = { managementMode: 'self-managed' };
    bodyOf(await partner.put(closed.at('alder', '/access'), mode));

    const { items } = await activityIn('north', above, closed);

    const { alder, birch } = closed.ids;
    const within = (id: string) =>
      topicsOf({ items: items.filter(({ path }) => path.includes(id)) });
    expect(within(alder)).toEqual(commercial);
    expect(within(birch)).toEqual([...inside, ...commercial].sort());
  });
});

function topicsOf({ items }: Pick<Page<Activity>, 'items'>): Topic[] {
  return [...new Set(items.map(({ topic }) => topic))].sort();
}

async function activityIn(place: PlaceName, session: Session, of = world) {
  return bodyOf(await session.get<Page<Activity>>(of.at(place, '/activity?limit=200')));
}

/** Fills the log with changes of accounts within an organisation. */
async function logInside(tenant: Organisation, count: number): Promise<void> {
  const path = pathThrough(tenant.path.map(({ id }) => id));
  const row = {
    commit: newId(),
    at: new Date(),
    actorId: newId(),
    actorName: 'Ada',
    action: 'account.edit',
    topic: 'accounts' as const,
    resource: 'account' as const,
    recordId: newId(),
    organisationId: tenant.id,
    path,
    pathBefore: null,
    op: 'update' as const,
    fields: { displayName: 'Ada' },
    former: null,
    record: null,
  };
  const rows = Array.from({ length: count }, (_, index) => ({ ...row, version: index + 2 }));
  await world.em.insertMany(ChangeRow, rows);
}
