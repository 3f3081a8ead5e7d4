import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Feed } from '../../server/live/feed.ts';
import { LogWitness } from '../../server/live/log-life.ts';
import { Change } from '../../shared/live/contract.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { newOrganisation } from '../support/places.ts';
import { bodyOf } from '../support/session.ts';
import type { LiveSocket } from '../support/socket.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const admin = await world.signIn('partner-admin@alder');
const reader = await world.signIn('partner-reader@alder');

/** A reader's socket that follows all of alder. */
async function follow(): Promise<LiveSocket> {
  const live = await reader.socket();
  await live.subscribe({ scope: 'subtree', organisationId: world.ids.alder });
  return live;
}

async function settle(live: LiveSocket): Promise<void> {
  await world.settled();
  await live.roundTrip();
}

const describeTenant = (text: string) =>
  admin.patch(world.at('acme'), { description: text }, { ifMatch: '*' });

describe('a commit', () => {
  test('[L1] arrives whole, in one event, containers first', async () => {
    await using live = await follow();
    const input = { ...newOrganisation('tenant', 'Omega'), parentId: world.ids.alder };

    const tenant = bodyOf(await admin.post<Organisation>('/organisations', input));

    await settle(live);
    const [packet, ...more] = live.packets;
    expect(more).toEqual([]);
    expect(packet).toMatchObject([
      { resource: 'organisation', id: tenant.id, op: 'create', topic: 'directory', version: 1 },
      { resource: 'billing', id: tenant.id, op: 'create', topic: 'billing', version: 1 },
      { resource: 'settings', id: tenant.id, op: 'create', topic: 'settings', version: 1 },
      { resource: 'onboarding', op: 'create', topic: 'onboarding', version: 1 },
      { resource: 'onboardingState', op: 'create', topic: 'onboarding', version: 1 },
    ]);
    expect(new Set(packet?.map(({ commit }) => commit)).size).toBe(1);
  });

  test('tells who did it, when, where, and what is new', async () => {
    await using live = await follow();
    const { account } = await admin.who();

    const { body } = await admin.patch<Organisation>(
      world.at('labs'),
      { description: 'optics' },
      { ifMatch: 1 },
    );

    await settle(live);
    expect(live.changes).toEqual([
      {
        seq: expect.any(Number) as number,
        commit: expect.any(String) as string,
        at: body.updatedAt,
        actor: { id: account.id, displayName: account.displayName },
        topic: 'directory',
        resource: 'organisation',
        id: body.id,
        organisationId: body.id,
        path: body.path.map(({ id }) => id),
        op: 'update',
        version: 2,
        fields: { description: 'optics', updatedAt: body.updatedAt },
      },
    ]);
  });

  test('of a deletion brings no fields', async () => {
    const tenant = await world.create('tenant', 'alder');
    bodyOf(await admin.post(`/organisations/${tenant.id}/suspend`));
    await world.settled();
    await using live = await follow();

    await admin.delete(`/organisations/${tenant.id}`);

    await settle(live);
    const told = live.changes.map(({ resource, op, fields, version }) => ({
      resource,
      op,
      fields,
      version,
    }));
    expect(told).toEqual([
      { resource: 'organisation', op: 'delete', fields: {}, version: 3 },
      { resource: 'billing', op: 'delete', fields: {}, version: 2 },
      { resource: 'settings', op: 'delete', fields: {}, version: 2 },
      { resource: 'onboarding', op: 'delete', fields: {}, version: 2 },
      { resource: 'onboardingState', op: 'delete', fields: {}, version: 2 },
    ]);
  });

  test.each([
    ['was refused', () => admin.patch(world.at('acme'), { displayName: '' }, { ifMatch: '*' })],
    ['changed nothing', () => admin.patch(world.at('acme'), {}, { ifMatch: '*' })],
    ['was out of reach', () => admin.patch(world.at('birch'), {}, { ifMatch: '*' })],
  ])('that %s is none', async (_, request) => {
    await using live = await follow();

    await request();

    await settle(live);
    expect(live.changes).toEqual([]);
  });
});

describe('many commits', () => {
  test('[L1] [L10] arrive once each and in order', async () => {
    await using live = await follow();
    const texts = Array.from({ length: 100 }, (_, index) => `text ${index}`);

    await Promise.all(texts.map(describeTenant));

    await settle(live);
    const seqs = live.changes.map(({ seq }) => seq);
    expect(live.changes.map(({ fields }) => fields['description']).sort()).toEqual(texts.sort());
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(new Set(seqs).size).toBe(100);
    const versions = live.changes.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, index) => (versions[0] ?? 0) + index));
  });

  test('[L10] arrive in one order at sockets that follow different things', async () => {
    await using all = await follow();
    await using one = await reader.socket();
    await one.subscribe({ scope: 'record', organisationId: world.ids.acme });
    await one.subscribe({ scope: 'children', organisationId: world.ids.acme });

    const labs = (text: string) =>
      admin.patch(world.at('labs'), { description: text }, { ifMatch: '*' });
    await Promise.all(['a', 'b', 'c', 'd'].flatMap((text) => [describeTenant(text), labs(text)]));

    await settle(all);
    await one.roundTrip();
    expect(one.changes).toHaveLength(8);
    expect(one.changes).toEqual(all.changes);
  });

  test('are each what the contract says', async () => {
    await using live = await follow();

    await world.invite('tenant-reader@acme');
    await describeTenant('once more');

    await settle(live);
    expect(live.changes.length).toBeGreaterThanOrEqual(3);
    for (const change of live.changes) expect(Change.strict().parse(change)).toEqual(change);
  });
});

describe('a write through one connection', () => {
  test('is seen by another, and by a person above', async () => {
    const above = await world.signIn('distributor-reader@north');
    await using theirs = await above.socket();
    await theirs.subscribe({ scope: 'subtree', organisationId: world.ids.platform }).catch(String);
    await theirs.subscribe({ scope: 'subtree', organisationId: world.ids.north });
    await using live = await follow();

    await describeTenant('for all to see');

    await live.until(({ changes }) => changes.length === 1);
    await theirs.until(({ changes }) => changes.length === 1);
    expect(theirs.changes).toEqual(live.changes);
  });

  test('is not seen by a person of another partner, whatever they ask for', async () => {
    const stranger = await world.signIn('partner-admin@birch');
    await using theirs = await stranger.socket();
    await theirs.subscribe({ scope: 'subtree', organisationId: world.ids.birch });
    const { alder, acme, north, platform } = world.ids;
    const answers = await Promise.all(
      [alder, acme, north, platform].flatMap((organisationId) =>
        (['record', 'children', 'subtree'] as const).map((scope) =>
          theirs.ask('subscribe', { scope, organisationId }),
        ),
      ),
    );

    await describeTenant('not for birch');

    await settle(theirs);
    expect(answers.every(({ ok }) => !ok)).toBe(true);
    expect(theirs.changes).toEqual([]);
  });
});

describe('a node that is called before it has started', () => {
  test('[L1] leaves its cursor where it is', async () => {
    const { config, database, log } = world.server.running.context;
    const feed = new Feed(database, new LogWitness(join(config.dataDir, 'early.json'), log), log);

    feed.wake();
    await feed.stop();

    expect(feed.head).toBe(0);
  });
});
