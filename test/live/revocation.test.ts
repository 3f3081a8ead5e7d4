import { describe, expect, test } from 'vitest';
import { DAY } from '../../server/core/clock.ts';
import type { Dispatcher } from '../../server/live/dispatcher.ts';
import { readAccess } from '../../server/live/read-access.ts';
import type { Connection } from '../../server/live/sockets/connection.ts';
import type { OwnSession } from '../../shared/sign-in/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { EndReason } from '../../shared/live/contract.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import type { LiveSocket } from '../support/socket.ts';
import { createWorld, type World } from '../support/world.ts';

const reader = 'partner-reader@alder';
const any = { ifMatch: '*' };
/** The node looks for changes and jobs by itself now and then, the more often the longer it takes. */
const POLLS = 20;

/** A world in which somebody follows all of alder, live. */
async function watching(name: typeof reader | 'distributor-reader@north' = reader) {
  const world = await createWorld();
  const session = await world.signIn(name);
  const live = await session.socket();
  await live.subscribe({ scope: 'subtree', organisationId: world.ids.alder });
  return {
    world,
    session,
    live,
    async [Symbol.asyncDispose]() {
      await live[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

const write = async (world: World, text: string) =>
  bodyOf(await world.founder.patch(world.at('acme'), { description: text }, any));

/** What the socket was told of the descriptions written. */
const read = ({ changes }: LiveSocket) =>
  changes.flatMap(({ fields }) => fields['description'] ?? []);

/** Every way in which somebody is shut out for good, and the reason that their socket hears. */
const ends: [string, EndReason, (world: World, session: Session) => Promise<unknown>][] = [
  [
    'the account is disabled',
    'disabled',
    async (world, session) => {
      const { account } = await session.who();
      bodyOf(await world.founder.post(`/accounts/${account.id}/disable`));
    },
  ],
  [
    'the account is deleted',
    'disabled',
    async (world, session) => {
      const { account } = await session.who();
      bodyOf(await world.founder.delete(`/accounts/${account.id}`));
    },
  ],
  [
    'an organisation above the home is suspended',
    'disabled',
    async (world) => bodyOf(await world.founder.post(world.at('north', '/suspend'))),
  ],
  ['one signs out', 'signed-out', (_, session) => session.post('/auth/sign-out')],
  [
    'the session is ended from another device',
    'signed-out',
    async (world, session) => {
      const { items } = bodyOf(await session.get<Page<OwnSession>>('/auth/sessions'));
      const own = items.find(({ current }) => current);
      const other = await world.signIn(reader);
      await other.delete(`/auth/sessions/${own?.id}`);
    },
  ],
  [
    'the password is changed',
    'renewed',
    (_, session) =>
      session.post('/auth/password', {
        current: PASSWORD,
        next: 'another walk through the forest',
      }),
  ],
];

describe('a connection', () => {
  test.each(ends)('[L3] [L5] ends when %s: %s', async (_, reason, shutOut) => {
    await using it = await watching();
    await write(it.world, 'before');
    await it.live.until((live) => read(live).includes('before'));

    await shutOut(it.world, it.session);
    await write(it.world, 'after');

    await it.live.until(({ isConnected }) => !isConnected);
    expect(it.live.ended).toBe(reason);
    expect(read(it.live)).toEqual(['before']);
  });

  test('[L5] ends with its session’s time, at the first change of access', async () => {
    await using it = await watching();
    it.world.clock.advance(DAY);
    const { founder } = it.world;
    const credentials = { email: 'platform-admin@platform.example', password: PASSWORD };
    bodyOf(await founder.post('/auth/sign-in', credentials));

    bodyOf(await founder.post(it.world.at('alder', '/suspend')));
    await write(it.world, 'after');

    await it.live.until(({ isConnected }) => !isConnected);
    expect(it.live.ended).toBe('expired');
    expect(read(it.live)).toEqual([]);
  });

  test('[L5] ends when the server does', async () => {
    const it = await watching();

    await it.world[Symbol.asyncDispose]();

    await it.live.until(({ isConnected }) => !isConnected);
    expect(it.live.ended).toBe('going-away');
  });

  test('of others goes on, and hears nothing of it', async () => {
    await using it = await watching();
    const other = await it.world.signIn('second-partner-reader@alder');
    await using theirs = await other.socket();
    await theirs.subscribe({ scope: 'subtree', organisationId: it.world.ids.alder });
    const { account } = await it.session.who();

    bodyOf(await it.world.founder.post(`/accounts/${account.id}/disable`));
    await write(it.world, 'after');

    await theirs.until((live) => read(live).includes('after'));
    expect(theirs.access).toEqual([]);
    expect(theirs.isConnected).toBe(true);
  });
});

describe('a role that is taken', () => {
  test('[L3] ends what it opened, says so and by whom, and leaves the rest', async () => {
    await using it = await watching();
    const { world, session, live } = it;
    const { account, grants } = await session.who();
    const grant = { role: 'TenantReader', organisationId: world.ids.gamma };
    bodyOf(await world.founder.post(`/accounts/${account.id}/grants`, grant));
    const gamma = await live.subscribe({ scope: 'record', organisationId: world.ids.gamma });

    bodyOf(await world.founder.delete(`/grants/${grants[0]?.id}`));
    await write(world, 'after');
    bodyOf(await world.founder.patch(world.at('gamma'), { description: 'yours' }, any));

    await live.until((socket) => read(socket).includes('yours'));
    expect(read(live)).toEqual(['yours']);
    const told = live.access.at(-1);
    expect(gamma.ok).toBe(true);
    expect(told?.ended).toMatchObject([{ scope: 'subtree', organisationId: world.ids.alder }]);
    expect(told?.grants.map(({ role }) => role)).toEqual(['TenantReader']);
    expect(told).toMatchObject({ cause: { actor: { displayName: 'platform admin of platform' } } });
  });

  test('[L3] lets its holder follow there no more', async () => {
    await using it = await watching();
    const { grants } = await it.session.who();

    bodyOf(await it.world.founder.delete(`/grants/${grants[0]?.id}`));
    const again = await it.live.ask('subscribe', {
      scope: 'record',
      organisationId: it.world.ids.acme,
    });

    expect(again).toMatchObject({ ok: false, problem: { status: 404 } });
  });

  test('[L3] is in force here before it is answered to who took it', async () => {
    await using it = await watching();
    const { founder, server } = it.world;
    const { grants } = await it.session.who();
    const delivery = holdDelivery(server.running.dispatcher);

    let isAnswered = false;
    const taken = founder.delete(`/grants/${grants[0]?.id}`).then(() => {
      isAnswered = true;
    });
    await delivery.asked;
    await founder.get('/auth/session');
    const wasAnswered = isAnswered;
    delivery.release();
    await taken;
    await it.live.roundTrip();

    expect(wasAnswered).toBe(false);
    expect(it.live.access).toHaveLength(1);
  });

  test('[L3] lets nobody act on what was decided before it', async () => {
    await using it = await watching();
    const { dispatcher } = it.world.server.running;
    const { grants } = await it.session.who();
    let runs = 0;

    const actedIn = await dispatcher.whileAccessHolds(async (requireHeld) => {
      runs += 1;
      if (runs === 1) bodyOf(await it.world.founder.delete(`/grants/${grants[0]?.id}`));
      requireHeld();
      return runs;
    });

    expect(actedIn).toBe(2);
  });

  test('[L3] ends nothing that is joined while a summary is read', async () => {
    await using it = await watching();
    const { world } = it;
    const [joined] = world.server.running.dispatcher.connections.all as [Connection];
    const { sessionHash, sessionId, person } = joined;
    let looks = 0;
    const joining = {
      ...{ sessionHash, sessionId, person },
      get subscriptions() {
        return looks++ === 0 ? [] : joined.subscriptions;
      },
    } as Connection;

    const accessOf = await readAccess(world.em, [joining], world.clock.now());

    expect(accessOf(joining)).toMatchObject({ ended: [], kept: joined.subscriptions });
    expect(joined.subscriptions).toHaveLength(1);
  });
});

describe('a role that is given', () => {
  test('[L3] is told at once, and can be followed', async () => {
    await using it = await watching();
    const { world, live } = it;
    const { account } = await it.session.who();
    const grant = { role: 'TenantReader', organisationId: world.ids.gamma };

    bodyOf(await world.founder.post(`/accounts/${account.id}/grants`, grant));
    await live.until(({ access }) => access.length === 1);
    await live.subscribe({ scope: 'record', organisationId: world.ids.gamma });
    bodyOf(await world.founder.patch(world.at('gamma'), { description: 'yours' }, any));

    await live.until((socket) => read(socket).includes('yours'));
    expect(live.access[0]?.grants.map(({ role }) => role)).toEqual([
      'PartnerReader',
      'TenantReader',
    ]);
    expect(live.access[0]?.ended).toEqual([]);
  });
});

describe('a role in a suspended branch', () => {
  test('[L3] is told to its holder when the branch is activated, with all that it opens', async () => {
    await using it = await watching();
    const { world, live } = it;
    const { account } = await it.session.who();
    const grant = { role: 'TenantReader', organisationId: world.ids.gamma };
    bodyOf(await world.founder.post(`/accounts/${account.id}/grants`, grant));
    bodyOf(await world.founder.post(world.at('gamma', '/suspend')));
    await live.until(({ access }) => access.at(-1)?.grants.length === 1);

    bodyOf(await world.founder.post(world.at('gamma', '/activate')));

    await live.until(({ access }) => access.at(-1)?.grants.length === 2);
    expect(live.access.at(-1)?.access.chains).toHaveProperty(world.ids.gamma);
  });
});

describe('an account that somebody else renames', () => {
  test('is told its new name', async () => {
    await using it = await watching();
    const { account } = await it.session.who();

    const renamed = { displayName: 'Somebody else' };
    bodyOf(await it.world.founder.patch(`/accounts/${account.id}`, renamed, any));

    await it.live.until(({ access }) => access.at(-1)?.account.displayName === 'Somebody else');
  });
});

describe('what concerns everybody below', () => {
  const edits: [string, (world: World) => Promise<unknown>][] = [
    ['a suspension', (world) => world.founder.post(world.at('cedar', '/suspend'))],
    [
      'a new name',
      (world) => world.founder.patch(world.at('cedar'), { displayName: 'Zeder' }, any),
    ],
  ];

  test.each(edits)('%s takes as many queries for one socket as for forty', async (_, edit) => {
    const queries = [];
    for (const sockets of [1, 40]) {
      await using world = await createWorld();
      await using crowd = await crowdOf(world, sockets);
      const count = countQueries(world);
      bodyOf((await edit(world)) as Parameters<typeof bodyOf>[0]);
      await crowd.allTold();
      queries.push(count());
    }

    expect(queries[1]).toBeLessThan((queries[0] ?? 0) + POLLS);
  });
});

/** Sockets of one person, who sees the partner cedar. */
async function crowdOf(world: World, size: number) {
  const session = await world.signIn('partner-reader@cedar');
  const sockets = await Promise.all(Array.from({ length: size }, () => session.socket()));
  return {
    allTold: () =>
      Promise.all(
        sockets.map((live) =>
          live.until(({ access, ended }) => access.length > 0 || ended !== null),
        ),
      ),
    async [Symbol.asyncDispose]() {
      for (const live of sockets) await live[Symbol.asyncDispose]();
    },
  };
}

/** Counts what is asked of the database from now on. */
function countQueries({ server }: World): () => number {
  const connection = server.running.context.database.em.getConnection();
  const execute = connection.execute.bind(connection);
  let count = 0;
  connection.execute = ((...query: Parameters<typeof execute>) => {
    count += 1;
    return execute(...query);
  }) as typeof connection.execute;
  return () => count;
}

describe('a barrier that closes', () => {
  test('[L3] [L4] shuts those above out of the inside, and of nothing else', async () => {
    await using it = await watching('distributor-reader@north');
    const { world, live } = it;
    const inside = await world.signIn('partner-admin@alder');
    const invite = (email: string) =>
      inside.post(world.at('acme', '/accounts'), { email, displayName: 'Eve' });
    bodyOf(await invite('before@acme.example'));
    await live.until(({ changes }) => changes.some(({ resource }) => resource === 'account'));

    bodyOf(await inside.put(world.at('alder', '/access'), { managementMode: 'self-managed' }));
    bodyOf(await invite('after@acme.example'));
    bodyOf(await inside.patch(world.at('acme'), { description: 'still seen' }, any));

    await live.until((socket) => read(socket).includes('still seen'));
    expect(JSON.stringify(live.changes)).toContain('before@acme.example');
    expect(JSON.stringify(live.changes)).not.toContain('after@acme.example');
    expect(live.access.at(-1)?.ended).toEqual([
      {
        scope: 'subtree',
        organisationId: world.ids.alder,
        topics: ['accounts', 'services', 'progress', 'documents', 'settings', 'audit', 'access'],
      },
    ]);
  });

  test('[L4] shows them the inside again when it opens', async () => {
    await using it = await watching('distributor-reader@north');
    const { world, live } = it;
    const inside = await world.signIn('partner-admin@alder');
    const path = world.at('alder', '/access');
    bodyOf(await inside.put(path, { managementMode: 'self-managed' }));

    bodyOf(await inside.put(path, { managementMode: 'managed' }));
    const { topics } = await live.subscribe({
      scope: 'subtree',
      organisationId: world.ids.alder,
    });
    await inside.post(world.at('acme', '/accounts'), {
      email: 'after@acme.example',
      displayName: 'Eve',
    });

    expect(topics).toContain('accounts');
    await live.until(({ changes }) => changes.some(({ resource }) => resource === 'account'));
  });
});

describe('an organisation that goes out of sight', () => {
  test('[L3] takes the subscriptions to it along when it moves', async () => {
    await using it = await watching();
    const { world, live } = it;
    await live.subscribe({ scope: 'record', organisationId: world.ids.acme });

    const target = { parentId: world.ids.birch };
    bodyOf(await world.founder.post(world.at('acme', '/move'), target));
    await write(world, 'after');

    await world.settled();
    await live.roundTrip();
    expect(read(live)).toEqual([]);
    expect(live.access.at(-1)?.ended).toMatchObject([
      { scope: 'record', organisationId: world.ids.acme },
    ]);
  });

  test('[L3] takes them along when it is deleted', async () => {
    await using it = await watching();
    const { world, live } = it;
    const tenant = await world.create('tenant', 'alder');
    await live.subscribe({ scope: 'record', organisationId: tenant.id });

    bodyOf(await world.founder.post(`/organisations/${tenant.id}/suspend`));
    await world.founder.delete(`/organisations/${tenant.id}`);

    await live.until(({ access }) => access.some(({ ended }) => ended.length > 0));
    expect(live.access.at(-1)?.ended).toMatchObject([
      { scope: 'record', organisationId: tenant.id },
    ]);
    expect(live.changes.at(-1)).toMatchObject({ op: 'delete' });
  });
});

/** Keeps the next commits from being delivered, as a busy moment would. */
function holdDelivery(dispatcher: Dispatcher) {
  const { deliver } = dispatcher;
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const later: typeof deliver = async (...commit) => {
    asked.resolve();
    await released.promise;
    await deliver(...commit);
  };
  Object.assign(dispatcher, { deliver: later });
  return { asked: asked.promise, release: released.resolve };
}
