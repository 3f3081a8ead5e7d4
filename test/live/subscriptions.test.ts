import { describe, expect, test } from 'vitest';
import { ChangeRow } from '../../server/core/changes/change.entity.ts';
import { pruneLog } from '../../server/live/prune-log.ts';
import { DAY } from '../../server/core/clock.ts';
import type { Page } from '../../shared/core/paging.ts';
import { isForHolders, type Topic, topics } from '../../shared/access/actions.ts';
import type { Change, Digested, Scope } from '../../shared/live/contract.ts';
import { changeHash } from '../../shared/live/digest.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { pathOf, placeNames, type PlaceName } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import type { LiveSocket, Wanted } from '../support/socket.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;
const watcher = await world.signIn('platform-reader@platform');

const follow = (scope: Scope, place: PlaceName, rest: Partial<Wanted> = {}): Wanted => ({
  scope,
  organisationId: world.ids[place],
  ...rest,
});

const touch = (place: PlaceName, text = 'touched', of = world) =>
  of.founder.patch(of.at(place), { description: `${text} ${Math.random()}` }, { ifMatch: '*' });

async function settle(live: LiveSocket, of = world): Promise<void> {
  await of.settled();
  await live.roundTrip();
}

/** The places whose changes a scope at `of` brings. */
function placesWithin(scope: Scope, of: PlaceName): PlaceName[] {
  return placeNames.filter((place) => {
    const below = pathOf(place).length - 1 - pathOf(place).indexOf(of);
    if (!pathOf(place).includes(of)) return false;
    return scope === 'subtree' || below === (scope === 'record' ? 0 : 1);
  });
}

const nameOf = ({ organisationId }: Change) =>
  placeNames.find((place) => world.ids[place] === organisationId);

describe('what a subscription brings', () => {
  const scopes = (['record', 'children', 'subtree'] as const).flatMap((scope) =>
    (['platform', 'north', 'alder', 'grove', 'acme', 'bench'] as const).map(
      (place) => [scope, place] as const,
    ),
  );

  test.each(scopes)('of the %s of %s is what happens there alone', async (scope, place) => {
    await using live = await watcher.socket();
    await live.subscribe(follow(scope, place, { topics: ['directory'] }));

    for (const name of placeNames) await touch(name);

    await settle(live);
    expect(live.changes.map(nameOf)).toEqual(placesWithin(scope, place));
  });

  test('is narrowed to the topics that it names', async () => {
    await using live = await watcher.socket();
    await live.subscribe(follow('subtree', 'alder', { topics: ['billing', 'access'] }));

    await touch('acme');
    bodyOf(await founder.patch(world.at('acme', '/billing'), { taxId: 'DE 1' }, { ifMatch: '*' }));
    await world.invite('tenant-reader@acme');

    await settle(live);
    expect(live.changes.map(({ topic, resource }) => `${topic} ${resource}`)).toEqual([
      'billing billing',
      'access grant',
    ]);
  });

  test('is everything that may be followed where it names no topics', async () => {
    await using above = await watcher.socket();
    const tenant = await world.signIn('tenant-admin@acme');
    await using inside = await tenant.socket();

    const all = await above.subscribe(follow('subtree', 'alder'));
    const some = await inside.subscribe(follow('subtree', 'acme'));

    expect(all.topics).toEqual(topics.filter((topic) => !isForHolders(topic)));
    expect(some.topics).toEqual(topics.filter((topic) => topic !== 'commissions'));
  });

  test('leaves out the topics that may not be followed', async () => {
    const tenant = await world.signIn('tenant-admin@acme');
    await using live = await tenant.socket();
    const topics: Topic[] = ['commissions', 'directory'];

    const answer = await live.subscribe(follow('record', 'acme', { topics }));

    expect(answer.topics).toEqual(['directory']);
  });

  test('comes once, however often it is asked for', async () => {
    await using live = await watcher.socket();
    await live.subscribe(follow('record', 'acme'));
    await live.subscribe(follow('record', 'acme'));
    await live.subscribe(follow('children', 'alder'));
    await live.subscribe(follow('subtree', 'north'));

    await touch('acme');

    await settle(live);
    expect(live.changes).toHaveLength(1);
  });

  test('ends with it', async () => {
    await using live = await watcher.socket();
    await live.subscribe(follow('subtree', 'alder', { topics: ['directory', 'billing'] }));
    await live.subscribe(follow('record', 'beta'));

    const ended = { scope: 'subtree', organisationId: world.ids.alder, topics: ['directory'] };
    expect(await live.ask('unsubscribe', ended)).toEqual({ ok: true });
    await touch('acme');
    await touch('beta');
    bodyOf(await founder.patch(world.at('acme', '/billing'), { taxId: 'DE 2' }, { ifMatch: '*' }));

    await settle(live);
    expect(live.changes.map(({ topic }) => topic)).toEqual(['directory', 'billing']);
    expect(nameOf(live.changes[0] as Change)).toBe('beta');
  });
});

describe('a barrier', () => {
  test('[L4] lets out what is commercial and nothing else', async () => {
    await using ours = await createWorld();
    const above = await ours.signIn('distributor-admin@north');
    const inside = await ours.signIn('partner-admin@alder');
    const path = ours.at('alder', '/access');
    bodyOf(await inside.put(path, { managementMode: 'self-managed' }));
    await using outer = await above.socket();
    await using inner = await inside.socket();
    await outer.subscribe({ scope: 'subtree', organisationId: ours.ids.north });
    const narrow = await outer.subscribe({ scope: 'record', organisationId: ours.ids.acme });
    await inner.subscribe({ scope: 'subtree', organisationId: ours.ids.alder });

    await inside.patch(ours.at('acme'), { description: 'x' }, { ifMatch: '*' });
    await inside.patch(ours.at('acme', '/billing'), { taxId: 'x' }, { ifMatch: '*' });
    await inside.patch(ours.at('alder', '/settings'), settingsPatch, { ifMatch: '*' });
    await inside.post(ours.at('acme', '/accounts'), eve);

    await settle(outer, ours);
    await inner.roundTrip();
    const resources = (live: LiveSocket) => live.changes.map(({ resource }) => resource);
    expect(resources(outer)).toEqual(['organisation', 'billing']);
    expect(resources(inner)).toEqual(['organisation', 'billing', 'settings', 'account', 'grant']);
    expect(narrow.topics).toEqual([
      'directory',
      'subscriptions',
      'usage',
      'billing',
      'commissions',
      'onboarding',
    ]);
  });

  test('[L4] is not in the way of a role held inside', async () => {
    await using ours = await createWorld();
    const tenant = await ours.signIn('tenant-admin@acme');
    const partner = await ours.signIn('partner-admin@alder');
    const { account } = await partner.who();
    const grant = { role: 'TenantReader', organisationId: ours.ids.acme };
    bodyOf(await ours.founder.post(`/accounts/${account.id}/grants`, grant));
    bodyOf(await tenant.put(ours.at('acme', '/access'), { managementMode: 'self-managed' }));
    await using live = await partner.socket();
    await live.subscribe({ scope: 'subtree', organisationId: ours.ids.alder, topics: ['access'] });

    await tenant.post(ours.at('acme', '/accounts'), eve);

    await settle(live, ours);
    expect(live.changes.map(({ resource }) => resource)).toEqual(['grant']);
  });
});

describe('a barrier around what was deleted', () => {
  test('[L4] keeps its inside from those above: live, when resuming, in the feed', async () => {
    await using ours = await createWorld();
    const partner = await ours.signIn('partner-admin@alder');
    const insider = await ours.signIn('tenant-admin@beta');
    bodyOf(await insider.put(ours.at('beta', '/access'), { managementMode: 'self-managed' }));
    await using live = await partner.socket();
    const wanted: Wanted = { scope: 'subtree', organisationId: ours.ids.alder };
    const { head } = await live.subscribe(wanted);

    bodyOf(await insider.post(ours.at('beta', '/accounts'), eve));
    bodyOf(await partner.post(ours.at('beta', '/suspend')));
    expect((await partner.delete(ours.at('beta'))).status).toBe(204);
    await settle(live, ours);
    const { changes = [] } = await live.subscribe({ ...wanted, since: head });
    const feed = bodyOf(await partner.get<Page<Change>>(ours.at('alder', '/activity'))).items;

    const told = [live.changes, changes, feed.filter(({ seq }) => seq > head).reverse()];
    const deleted = [
      ...['update organisation', 'delete organisation', 'delete billing'],
      'delete onboardingState',
    ];
    expect(told.map((list) => list.map(({ op, resource }) => `${op} ${resource}`))).toEqual([
      deleted,
      deleted,
      deleted.slice(0, -1), // the feed tells of it by its organisation
    ]);
  });
});

describe('resuming', () => {
  test('[L6] brings exactly what was missed, then what is live', async () => {
    await using first = await watcher.socket();
    const { head, epoch } = await first.subscribe(follow('subtree', 'alder'));
    await using away = await watcher.socket();
    await away.subscribe(follow('subtree', 'birch'));
    for (const place of ['acme', 'gamma', 'beta', 'alder'] as const) await touch(place);
    await settle(first);

    const answer = await away.subscribe(follow('subtree', 'alder', { since: head, epoch }));
    await touch('labs');
    await settle(away);
    await first.roundTrip();

    expect(answer.changes).toEqual(first.changes.slice(0, 3));
    expect(answer.changes?.map(nameOf)).toEqual(['acme', 'beta', 'alder']);
    const later = away.changes.filter(({ seq }) => seq > answer.head);
    expect(later).toEqual(first.changes.slice(3));
  });

  test('[L6] brings nothing where nothing was missed', async () => {
    await using live = await watcher.socket();
    const { head } = await live.subscribe(follow('subtree', 'alder'));

    const answer = await live.subscribe(follow('subtree', 'alder', { since: head }));

    expect(answer).toMatchObject({ ok: true, head, changes: [] });
    expect(answer.reset).toBeUndefined();
  });

  test('[L6] shows a past change only as far as access shows it now', async () => {
    const reader = await world.signIn('distributor-reader@north');
    await using live = await reader.socket();
    const { head } = await live.subscribe(follow('subtree', 'north'));
    const inside = await world.signIn('partner-admin@alder');
    await inside.patch(world.at('alder', '/settings'), settingsPatch, { ifMatch: '*' });
    await touch('acme');
    bodyOf(await inside.put(world.at('alder', '/access'), { managementMode: 'self-managed' }));

    const answer = await live.subscribe(follow('subtree', 'north', { since: head }));

    bodyOf(await inside.put(world.at('alder', '/access'), { managementMode: 'managed' }));
    expect(answer.changes?.map(({ resource }) => resource)).toEqual([
      'organisation',
      'organisation',
    ]);
  });

  test.each<[string, Partial<Wanted>]>([
    ['another epoch', { since: 1, epoch: 'another' }],
    ['a number that is not reached yet', { since: 1_000_000_000 }],
  ])('[L6] with %s is told to reset', async (_, rest) => {
    await using live = await watcher.socket();

    const answer = await live.subscribe(follow('subtree', 'alder', rest));

    expect(answer).toMatchObject({ ok: true, reset: true, changes: [] });
    await touch('acme');
    await settle(live);
    expect(live.changes).toHaveLength(1);
  });

  test('[L11] of what was pruned is told to reset', async () => {
    await using ours = await createWorld();
    await using live = await ours.founder.socket();
    const wanted: Wanted = { scope: 'subtree', organisationId: ours.ids.alder };
    const { head } = await live.subscribe(wanted);
    await touch('acme', 'old', ours);
    await touch('acme', 'last', ours);
    await settle(live, ours);

    const inAMonth = new Date(ours.clock.now().getTime() + 30 * DAY);
    await pruneLog(ours.em, inAMonth, 14);
    const away = await live.subscribe({ ...wanted, since: head });
    const back = await live.subscribe({ ...wanted, since: head + 1 });

    expect(away).toMatchObject({ reset: true, changes: [] });
    expect(back.changes?.map(({ seq }) => seq)).toEqual([head + 2]);
    expect(await ours.em.count(ChangeRow)).toBe(1);
  });

  test('[L2] [L6] leaves no gap and no double while others write', async () => {
    await using live = await watcher.socket();
    const { head } = await live.subscribe(follow('record', 'south'));
    const writing = Promise.all(Array.from({ length: 60 }, () => touch('acme')));

    const answers = [];
    for (let round = 0; round < 5; round += 1) {
      answers.push(await live.subscribe(follow('subtree', 'alder', { since: head })));
      await live.ask('unsubscribe', follow('subtree', 'alder'));
    }
    const last = await live.subscribe(follow('subtree', 'alder', { since: head }));
    await writing;
    await settle(live);

    const delivered = live.changes.filter(({ seq }) => seq > last.head).map(({ seq }) => seq);
    const replayed = last.changes?.map(({ seq }) => seq) ?? [];
    const rows = await world.em.find(
      ChangeRow,
      { seq: { $gt: head }, recordId: world.ids.acme },
      { orderBy: { seq: 'asc' } },
    );
    expect([...replayed, ...delivered]).toEqual(rows.map(({ seq }) => seq));
    for (const answer of answers) {
      const upTo = rows.filter(({ seq }) => seq <= answer.head).map(({ seq }) => seq);
      expect(answer.changes?.map(({ seq }) => seq)).toEqual(upTo);
    }
  });

  test('[L6] after a long time away comes in parts, before anything live', async () => {
    await using ours = await createWorld();
    const wanted: Wanted = { scope: 'subtree', organisationId: ours.ids.alder };
    await using before = await ours.founder.socket();
    const { head } = await before.subscribe(wanted);
    await touch('acme', 'seed', ours);
    const copies = await repeatLastChange(ours, 2_300);
    await ours.settled();
    await using live = await ours.founder.socket();

    const answer = await live.subscribe({ ...wanted, since: head });
    await touch('acme', 'live', ours);
    await settle(live, ours);

    const seqs = [...(answer.changes ?? []), ...live.changes].map(({ seq }) => seq);
    expect(answer.changes).toHaveLength(1_000);
    expect(live.packets.map(({ length }) => length)).toEqual([1_000, 301, 1]);
    expect(seqs).toHaveLength(copies + 2);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });
});

describe('the digest', () => {
  test('[L6] of a stretch is what the client counts itself', async () => {
    await using live = await watcher.socket();
    const { head, topics } = await live.subscribe(follow('subtree', 'alder'));
    for (const place of ['acme', 'gamma', 'beta', 'labs'] as const) await touch(place);
    await world.create('tenant', 'alder');
    await settle(live);
    const to = live.changes.at(-1)?.seq ?? 0;
    const stretch = { ...follow('subtree', 'alder'), topics, from: head, to };

    const whole = await live.ask<Digested>('digest', stretch);
    const part = await live.ask<Digested>('digest', { ...stretch, from: head + 1 });

    expect(whole).toEqual({ ok: true, ...digestOf(live.changes) });
    expect(part).toEqual({ ok: true, ...digestOf(live.changes.slice(1)) });
    expect(part.xor).not.toBe(whole.xor);
  });

  test('[L6] counts moves as their reader met them', async () => {
    const reader = await world.signIn('partner-reader@birch');
    await using live = await reader.socket();
    const { head, topics } = await live.subscribe(follow('subtree', 'birch'));
    const tenant = await world.create('tenant', 'alder');

    bodyOf(await move(tenant, world.ids.birch));
    bodyOf(await move(tenant, world.ids.alder));
    await settle(live);
    const to = live.changes.at(-1)?.seq ?? 0;
    const wanted = { ...follow('subtree', 'birch'), topics, from: head, to };
    const answer = await live.ask<Digested>('digest', wanted);

    expect(live.changes.map(({ op }) => op)).toEqual([
      ...['enter', 'enter', 'enter', 'enter', 'enter'],
      ...['leave', 'leave', 'leave', 'leave', 'leave'],
    ]);
    expect(answer).toEqual({ ok: true, ...digestOf(live.changes) });
  });
});

describe('a move', () => {
  test('[L7] is leaving for one partner, entering whole for another', async () => {
    const [from, to] = await Promise.all([
      world.signIn('partner-reader@alder'),
      world.signIn('partner-reader@birch'),
    ]);
    await using old = await from.socket();
    await using fresh = await to.socket();
    await using above = await watcher.socket();
    const folder = await world.create('folder', 'alder');
    const tenant = await world.create('tenant', folder, { displayName: 'Omega' });
    await world.settled();
    await old.subscribe(follow('subtree', 'alder'));
    await fresh.subscribe(follow('subtree', 'birch'));
    await above.subscribe(follow('subtree', 'north'));

    bodyOf(await move(folder, world.ids.birch));

    for (const live of [old, fresh, above]) await settle(live);
    const told = (live: LiveSocket) =>
      live.changes.map(({ op, resource, id }) => `${op} ${resource} ${id}`);
    const { id } = bodyOf(
      await world.founder.get<{ id: string }>(`/organisations/${tenant.id}/onboarding`),
    );
    const things = [
      `organisation ${folder.id}`,
      `organisation ${tenant.id}`,
      `billing ${tenant.id}`,
      `settings ${tenant.id}`,
      `onboarding ${id}`,
      `onboardingState ${id}`,
    ];
    expect(told(old)).toEqual(things.map((thing) => `leave ${thing}`));
    expect(told(fresh)).toEqual(things.map((thing) => `enter ${thing}`));
    expect(told(above)).toEqual(things.slice(0, 2).map((thing) => `update ${thing}`));
    expect(old.packets).toHaveLength(1);
    expect(fresh.packets).toHaveLength(1);
  });

  test('[L7] brings who enters all fields, who leaves none and not where to', async () => {
    await using old = await (await world.signIn('partner-reader@alder')).socket();
    await using fresh = await (await world.signIn('partner-reader@birch')).socket();
    const tenant = await world.create('tenant', 'alder', { displayName: 'Omega' });
    await world.settled();
    await old.subscribe(follow('subtree', 'alder', { topics: ['directory'] }));
    await fresh.subscribe(follow('subtree', 'birch', { topics: ['directory'] }));

    const moved = bodyOf(await move(tenant, world.ids.birch));

    await settle(old);
    await settle(fresh);
    const { id, path, childCount, version, ...fields } = moved;
    expect(childCount).toBe(0);
    expect(fresh.changes).toMatchObject([
      { op: 'enter', id, version, path: path.map((link) => link.id), fields },
    ]);
    expect(old.changes).toMatchObject([{ op: 'leave', id, version, fields: {} }]);
    expect(JSON.stringify(old.changes)).not.toContain(world.ids.birch);
  });

  test('[L7] within what is followed is one update', async () => {
    const tenant = await world.create('tenant', 'alder');
    await using live = await (await world.signIn('partner-reader@alder')).socket();
    await live.subscribe(follow('subtree', 'alder'));

    bodyOf(await move(tenant, world.ids.grove));

    await settle(live);
    expect(live.changes).toMatchObject([
      { op: 'update', id: tenant.id, fields: { parentId: world.ids.grove } },
    ]);
  });

  test('[L7] is seen through every window onto it', async () => {
    const tenant = await world.create('tenant', 'alder');
    const told: Record<string, string[]> = {};
    const windows = [
      ['record', tenant.id],
      ['children', world.ids.alder],
      ['children', world.ids.grove],
      ['subtree', world.ids.grove],
    ] as const;
    const sockets = await Promise.all(
      windows.map(async ([scope, organisationId]) => {
        const live = await watcher.socket();
        await live.subscribe({ scope, organisationId, topics: ['directory'] });
        return live;
      }),
    );

    bodyOf(await move(tenant, world.ids.grove));

    for (const [index, live] of sockets.entries()) {
      await settle(live);
      const [scope] = windows[index] ?? [];
      told[`${scope} ${index}`] = live.changes.map(({ op }) => op);
      await live[Symbol.asyncDispose]();
    }
    expect(told).toEqual({
      'record 0': ['update'],
      'children 1': ['leave'],
      'children 2': ['enter'],
      'subtree 3': ['enter'],
    });
  });
});

const settingsPatch = { selfProvisioning: { 'tenant.createUnit': 'allow' } };
const eve = {
  email: 'eve@acme.example',
  displayName: 'Eve',
  grants: [{ role: 'TenantReader' }],
};

function move({ id }: Organisation, parentId: string) {
  return founder.post<Organisation>(`/organisations/${id}/move`, { parentId });
}

function digestOf(changes: readonly Change[]) {
  const xor = changes.reduce((sum, change) => (sum ^ changeHash(change)) >>> 0, 0);
  return { count: changes.length, xor: xor.toString(16).padStart(8, '0') };
}

/** Writes the last change again, many times: a log as long as only months would make it. */
async function repeatLastChange({ em }: World, times: number): Promise<number> {
  const columns =
    '"commit", at, actor_id, actor_name, action, topic, resource, record_id, organisation_id, ' +
    'path, path_before, op, version, fields, record';
  await em.execute(
    `insert into changes (${columns})
     select ${columns} from (
       select a.* from changes a, changes b, changes c, changes d
       where a.seq = (select max(seq) from changes) limit ?
     ) as copies`,
    [times],
  );
  return times;
}
