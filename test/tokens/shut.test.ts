import { describe, expect, test } from 'vitest';
import type { Account } from '../../shared/people/contract.ts';
import type { Grant } from '../../shared/access/contract.ts';
import { DAY, MINUTE } from '../../server/core/clock.ts';
import { Bearer, bearerOf, makeToken } from '../support/bearer.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { type LiveSocket, Refused } from '../support/socket.ts';
import { createWorld, createWorldAs, type World } from '../support/world.ts';

/** After so long wrong tokens are no longer counted. */
const FORGOTTEN = 16 * MINUTE;

/** A program that reads all below a partner, in the name of its administrator, and follows it. */
async function setUp() {
  const { world, result: made } = await createWorldAs('a program reads', async (begun) => {
    const maker = await begun.signIn('partner-admin@alder');
    await begun.signIn('second-partner-admin@alder');
    return makeToken(begun, maker, { role: 'PartnerReader', at: 'alder' });
  });
  const admin = world.resume('partner-admin@alder');
  const program = new Bearer(world.url, made.token);
  return { world, admin, made, program, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}
type Scene = Awaited<ReturnType<typeof setUp>>;

async function follow({ world, program }: Scene): Promise<LiveSocket> {
  const live = await program.socket();
  await live.subscribe({ scope: 'subtree', organisationId: world.ids.alder });
  return live;
}

async function rename(world: World, displayName: string): Promise<void> {
  const options = { ifMatch: '*' };
  bodyOf(await world.founder.patch(world.at('acme'), { displayName }, options));
  await world.settled();
}

const names = (live: LiveSocket) => live.changes.map(({ fields }) => fields['displayName']);

const idOf = async (session: Session) => (await session.who()).account.id;

const shutOuts: [string, string, (scene: Scene) => Promise<void>][] = [
  [
    'it is revoked by its maker',
    'signed-out',
    async ({ admin, made }) => {
      bodyOf(await admin.delete<unknown>(`/tokens/${made.id}`));
    },
  ],
  [
    'it is revoked by an administrator above',
    'signed-out',
    async ({ world, made }) => {
      bodyOf(await world.founder.delete<unknown>(`/tokens/${made.id}`));
    },
  ],
  [
    'its maker is disabled',
    'disabled',
    async ({ world, admin }) => {
      bodyOf(await world.founder.post<Account>(`/accounts/${await idOf(admin)}/disable`));
    },
  ],
  [
    'its maker is deleted',
    'disabled',
    async ({ world, admin }) => {
      bodyOf(await world.founder.delete<unknown>(`/accounts/${await idOf(admin)}`));
    },
  ],
  [
    'the home of its maker is suspended',
    'disabled',
    async ({ world }) => {
      bodyOf(await world.founder.post(world.at('alder', '/suspend')));
    },
  ],
];

describe('[T5] a token opens nothing any more, by any door,', () => {
  test.each(shutOuts)('when %s', async (_, reason, shutOut) => {
    await using scene = await setUp();
    const { world, program } = scene;
    await using live = await follow(scene);
    await rename(world, 'before');
    await live.until((it) => names(it).includes('before'));
    const wrong = new Bearer(world.url, 'cnp_wrong');

    await shutOut(scene);
    await rename(world, 'after');

    await live.until(({ isConnected }) => !isConnected);
    expect(live.ended).toBe(reason);
    expect(names(live)).toEqual(['before']);
    for (const path of [world.at('alder'), '/organisations', '/auth/session']) {
      world.clock.advance(FORGOTTEN);
      const answers = await Promise.all([program.get(path), wrong.get(path)]);
      expect(answers.map(({ status, text }) => ({ status, text }))).toEqual(
        Array(2).fill({ status: 401, text: answers[1].text }),
      );
    }
    world.clock.advance(FORGOTTEN);
    const refusals = await Promise.all([program, wrong].map((it) => it.socket().catch(same)));
    expect(refusals[0]).toBeInstanceOf(Refused);
    expect(refusals[0]).toEqual(refusals[1]);
  });

  test('when its time is over, on open sockets too', async () => {
    await using scene = await setUp();
    const { world, admin } = scene;
    const wish = { role: 'PartnerReader', at: 'alder', expiresInDays: 1 } as const;
    const program = await bearerOf(world, admin, wish);
    world.clock.advance(DAY - 2_500);
    await using live = await program.socket();
    expect((await program.get(world.at('alder'))).status).toBe(200);

    await live.until(({ isConnected }) => !isConnected);

    expect(live.ended).toBe('expired');
    expect(await program.get(world.at('alder'))).toMatchObject({ status: 401 });
    await expect(program.socket()).rejects.toThrow('Sign in first.');
  });

  test.each([
    ['a text that is none', 'nonsense'],
    ['a token of nobody', `cnp_${'a'.repeat(43)}`],
    ['an endless text', 'x'.repeat(5_000)],
  ])('or never did: %s', async (_, token) => {
    await using world = await createWorld();
    const program = new Bearer(world.url, token);

    const answer = await program.get('/organisations');

    expect(answer).toMatchObject({ status: 401, body: { code: 'auth.required' } });
    await expect(program.socket()).rejects.toThrow('Sign in first.');
  });

  test('or never did: the cookie’s token, in either place', async () => {
    await using scene = await setUp();
    const { world, admin, made } = scene;
    const [, cookie = ''] = admin.cookie.split('=');

    const asBearer = await new Bearer(world.url, cookie).get('/organisations');
    const asCookie = world.stranger();
    asCookie.cookie = `canopy=${made.token}`;

    expect(asBearer.status).toBe(401);
    expect((await asCookie.get('/organisations')).status).toBe(401);
    await expect(asCookie.socket()).rejects.toThrow('Sign in first.');
  });
});

/** What takes a role's backing away, and the role stays blind until it is given back. */
const losses: [string, (scene: Scene) => Promise<void>, (scene: Scene) => Promise<void>][] = [
  [
    'the role of its maker is taken',
    async ({ world, admin }) => {
      const path = `/accounts/${await idOf(admin)}/grants`;
      const { items } = bodyOf(await world.founder.get<{ items: Grant[] }>(path));
      for (const { id } of items) bodyOf(await world.founder.delete<unknown>(`/grants/${id}`));
    },
    async ({ world, admin }) => {
      const grant = { role: 'PartnerAdministrator', organisationId: world.ids.alder };
      bodyOf(await world.founder.post(`/accounts/${await idOf(admin)}/grants`, grant));
    },
  ],
  [
    'its maker only reads from now on',
    async ({ world, admin }) => {
      const path = `/accounts/${await idOf(admin)}/grants`;
      const { items } = bodyOf(await world.founder.get<{ items: Grant[] }>(path));
      for (const { id } of items) bodyOf(await world.founder.delete<unknown>(`/grants/${id}`));
      const grant = { role: 'PartnerReader', organisationId: world.ids.alder };
      bodyOf(await world.founder.post(path, grant));
    },
    async ({ world, admin }) => {
      const path = `/accounts/${await idOf(admin)}/grants`;
      const { items } = bodyOf(await world.founder.get<{ items: Grant[] }>(path));
      for (const { id } of items) bodyOf(await world.founder.delete<unknown>(`/grants/${id}`));
      const grant = { role: 'PartnerAdministrator', organisationId: world.ids.alder };
      bodyOf(await world.founder.post(path, grant));
    },
  ],
];

describe('[T4] a token is blind at once, and sees again afterwards,', () => {
  test.each(losses)('when %s', async (_, lose, giveBack) => {
    await using scene = await setUp();
    const { world, program } = scene;
    await using live = await follow(scene);

    await lose(scene);
    const blind = await program.get(world.at('alder'));
    await rename(world, 'unseen');
    await live.roundTrip();
    const unseen = names(live);
    await giveBack(scene);
    const again = await program.get(world.at('alder'));

    expect([blind.status, again.status]).toEqual([404, 200]);
    expect(unseen).toEqual([]);
    expect(live.access.at(0)).toMatchObject({ grants: [], ended: [{ scope: 'subtree' }] });
    expect(live.access.at(-1)?.grants).toMatchObject([{ role: 'PartnerReader' }]);
  });

  test('when its place closes itself to those above, its maker too', async () => {
    await using world = await createWorld();
    const admin = await world.signIn('partner-admin@alder');
    const inside = await world.signIn('tenant-admin@acme');
    const program = await bearerOf(world, admin, { role: 'TenantAdministrator', at: 'acme' });
    await using live = await program.socket();
    await live.subscribe({ scope: 'record', organisationId: world.ids.acme });
    const close = (managementMode: string) =>
      inside.put(world.at('acme', '/access'), { managementMode });

    bodyOf(await close('self-managed'));
    const blind = await program.get(world.at('acme', '/accounts'));
    bodyOf(await close('managed'));
    const again = await program.get(world.at('acme', '/accounts'));

    expect([blind.status, again.status]).toEqual([404, 200]);
    expect(live.access.at(0)?.grants).toEqual([]);
  });

  test('when its place is moved away from its maker', async () => {
    await using world = await createWorld();
    const admin = await world.signIn('partner-admin@alder');
    const program = await bearerOf(world, admin, { role: 'TenantReader', at: 'acme' });

    bodyOf(await world.founder.post(world.at('acme', '/move'), { parentId: world.ids.birch }));

    expect((await program.get(world.at('acme'))).status).toBe(404);
  });

  test('when its place is suspended', async () => {
    await using world = await createWorld();
    const admin = await world.signIn('partner-admin@alder');
    const program = await bearerOf(world, admin, { role: 'TenantReader', at: 'acme' });

    bodyOf(await world.founder.post(world.at('acme', '/suspend')));

    expect((await program.get(world.at('acme'))).status).toBe(404);
  });
});

describe('[T8] wrong tokens', () => {
  test('are slowed down by address, and stand in no right one’s way', async () => {
    await using scene = await setUp();
    const { world, program } = scene;
    world.clock.stop();
    const wrong = new Bearer(world.url, 'cnp_wrong');

    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      statuses.push((await wrong.get('/organisations')).status);
    }
    const slowed = await wrong.get('/organisations');
    const right = await program.get('/organisations');
    const handshake = wrong.socket();

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(slowed.headers.get('retry-after')).toBe('1');
    expect(right.status).toBe(200);
    await expect(handshake).rejects.toThrow('Try again in 1 seconds.');
  });
});

function same(error: unknown): unknown {
  return error;
}
