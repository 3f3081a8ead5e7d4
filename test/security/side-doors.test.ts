import { beforeAll, describe, expect, test } from 'vitest';
import type { Explanation } from '../../shared/access/contract.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { isInside, topics } from '../../shared/access/actions.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Digested } from '../../shared/live/contract.ts';
import { newId } from '../../server/core/new-id.ts';
import { failedChecks } from '../access/failed-checks.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';
import { rows } from './matrix.data.ts';
import { openReadings, waysIn } from './side-doors.data.ts';
import { early, fill, SECRET, type ShutAcme, shutAcme, snapshot } from './shut-acme.ts';

const world = await shareWorld();
const tries = waysIn(world);
const reads = openReadings(world);
let it: ShutAcme;

beforeAll(async () => {
  world.clock.stop(); // everybody has just signed in, however slow the machine is
  it = await shutAcme(world);
});

describe.each(['alder', 'north', 'platform'] as const)('an administrator of %s', (name) => {
  test.each(Object.entries(tries))('is stopped at the barrier: %s', async (_, attempt) => {
    const answer = await attempt(it.above[name], it);

    expect(answer.status).toBe(403);
    expect(failedChecks(answer)).toContain('barrier');
    expect(answer.text.toLowerCase()).not.toContain(SECRET);
  });

  test('[A20] has changed nothing inside by all of it', async () => {
    const before = await snapshot(it);

    for (const attempt of Object.values(tries)) await attempt(it.above[name], it);

    expect(await snapshot(it)).toEqual(before);
  });

  test.each(Object.entries(reads))('reads nothing of the inside in %s', async (_, path) => {
    const answer = await it.above[name].get<unknown>(path(it));

    expect(answer.status).toBe(200);
    expect(answer.text.toLowerCase()).not.toContain(SECRET);
    expect(answer.text).not.toContain(it.ids.grant);
    expect(answer.text).not.toContain(it.ids.token);
  });

  test('[A22] is told of no role inside that somebody from outside holds', async () => {
    const ask = async (account: string) => {
      const question = `/access/explain?action=accounts.view&at=${world.ids.acme}`;
      const path = `${question}&account=${account}`;
      return bodyOf(await it.above[name].get<Explanation>(path)).allowed;
    };
    const grants = await it.above[name].get<Page<object>>(`/accounts/${it.twofold}/grants`);

    expect([await ask(it.twofold), bodyOf(grants).items]).toEqual([false, []]);
  });

  test('[A22] [A4] does not reset the way in of somebody from outside who holds a role inside', async () => {
    const by = it.above[name];
    const path = `/accounts/${it.twofold}`;

    const answers = [
      await by.post(`${path}/password-reset`),
      await by.post(`${path}/require-password-change`),
      await by.post(`${path}/reset-mfa`),
    ];

    expect(answers.map(failedChecks)).toEqual([['state'], ['state'], ['state']]);
  });
});

describe('a page of the partner’s that was open before the closing', () => {
  const inner = topics.filter(isInside);

  test('is told nothing of what happens inside, and does not find it later', async () => {
    const { above, page, begun } = it;
    const organisationId = world.ids.alder;
    const since = { since: begun.head, epoch: begun.epoch };

    await fill(world, it.inside, it.insideId);
    await world.settled();
    await page.roundTrip();
    await using again = await above.alder.socket();
    const missed = await again.subscribe({ scope: 'subtree', organisationId, ...since });
    const record = await again.subscribe({
      scope: 'record',
      organisationId: world.ids.acme,
      ...since,
    });
    const asked = { scope: 'record', organisationId: world.ids.acme, topics: inner } as const;
    const insisted = await again.ask<object>('subscribe', asked);
    const digest = await again.ask<Digested>('digest', { ...asked, from: 0, to: missed.head });

    const told = JSON.stringify([page.changes, missed, record, insisted]).toLowerCase();
    expect(page.changes.some(({ organisationId: id }) => id === world.ids.acme)).toBe(true);
    expect(told).not.toContain(SECRET);
    expect(record.topics.filter(isInside)).toEqual([]);
    expect(insisted).toMatchObject({ ok: true, topics: [], changes: [] });
    expect(digest).toMatchObject({ count: 0 });
  });

  test('does not see who is inside', async () => {
    await using insider = await it.inside.socket();
    await insider.subscribe({ scope: 'record', organisationId: world.ids.acme });
    const own = await it.above.alder.who();

    await insider.ask('presence', { organisationId: world.ids.acme });
    await it.page.ask('presence', { organisationId: world.ids.acme });
    await insider.until(({ presence }) => presence.get(world.ids.acme)?.length === 2);
    await it.page.roundTrip();

    const seen = it.page.presence.get(world.ids.acme) ?? [];
    expect(seen.map(({ accountId }) => accountId)).toEqual([own.account.id]);
  });
});

describe('what the partner made before the closing', () => {
  test('a token at the tenant opens nothing any more, live neither', async () => {
    const { acme } = it.tokens;
    await using live = await acme.socket();

    const answers = await Promise.all(
      ['', '/accounts', '/settings', '/audit'].map((rest) => acme.get(world.at('acme', rest))),
    );

    const followed = { scope: 'record', organisationId: world.ids.acme };
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await live.ask('subscribe', followed)).toMatchObject({ problem: { status: 404 } });
  });

  test('a token at the partner opens what the partner still sees, and no more', async () => {
    const { alder } = it.tokens;

    const answers = await Promise.all(
      ['', '/billing', '/accounts', '/grants', '/settings'].map((rest) =>
        alder.get(world.at('acme', rest)),
      ),
    );
    const record = await alder.get(world.at('acme', '/audit?limit=200'));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403, 403]);
    expect(bodyOf(record)).toEqual({ items: [], nextCursor: null });
  });

  test('[A26] a repeated request is not answered from the inside', async () => {
    const before = await snapshot(it);

    const again = await it.above.alder.post<AccountWithGrants>(
      world.at('acme', '/accounts'),
      early.body,
      {
        idempotencyKey: early.key,
      },
    );

    expect(it.earlyAnswer.status).toBe(201);
    expect(again.status).toBe(403);
    expect(failedChecks(again)).toEqual(['barrier']);
    expect(await snapshot(it)).toEqual(before);
  });
});

describe('an oracle', () => {
  test('is no search, cursor, filter or sort', async () => {
    const { alder } = it.above;
    const first = await it.inside.get<Page<object>>(world.at('acme', '/accounts?limit=1'));
    const cursor = bodyOf(first).nextCursor;
    const half = SECRET.slice(2);
    const pairs = [
      [`/audit?q=${half}`, '/audit?q=nobody-is-called-so'],
      [`/audit?actor=${it.insideId}`, `/audit?actor=${newId()}`],
      [`/organisations?q=${half}`, '/organisations?q=nobody-is-called-so'],
      [
        world.at('alder', `/accounts?q=${half}`),
        world.at('alder', '/accounts?q=nobody-is-called-so'),
      ],
    ];

    for (const [real = '', madeUp = ''] of pairs) {
      const answers = [await alder.get<Page<object>>(real), await alder.get<Page<object>>(madeUp)];
      expect(answers.map(bodyOf).map(({ items }) => items)).toEqual([[], []]);
    }
    const paged = await alder.get(world.at('alder', `/accounts?cursor=${cursor}`));
    expect([cursor, paged.text.toLowerCase()]).toEqual([
      expect.any(String),
      expect.not.stringContaining(SECRET),
    ]);
  });

  /** The routes of the matrix that name one record, each once. */
  const routes = [...new Map(rows.map((row) => [row.route, row] as const)).values()].filter(
    ({ route }) => route.includes(':id'),
  );

  test.each(routes.map((row) => [row.route, row] as const))(
    'is no answer of %s to who is outside: what is hidden is what is missing',
    async (route, row) => {
      const outsider = await outsiderOf();
      const [method = '', path = ''] = route.split(' ');
      const ids = hiddenIds(path);

      const [missing, ...hidden] = await Promise.all(
        [newId(), 'no-id-at-all', ...ids].map((id) =>
          outsider.raw(method, path.replace(':id', id) + (row.query ? `?${row.query}` : ''), {
            headers: { 'if-match': '*', 'content-type': 'application/json' },
            ...(row.body && { body: filled(row.body) }),
          }),
        ),
      );

      expect(missing?.status).toBe(404);
      for (const answer of hidden) {
        expect([answer.status, answer.text]).toEqual([404, missing?.text]);
        expect([...answer.headers.keys()]).toEqual([...(missing?.headers.keys() ?? [])]);
      }
    },
  );

  function filled(body: object): string {
    return JSON.stringify(body)
      .replace('@new', 'new@birch.example')
      .replace(/@(\w+)"/, () => `${world.ids.birch}"`);
  }

  const signedIn: { outsider?: Promise<Session> } = {};

  function outsiderOf(): Promise<Session> {
    return (signedIn.outsider ??= world.signIn('partner-admin@birch'));
  }

  /** Ids of what is there, of the kind that the path names. */
  function hiddenIds(path: string): string[] {
    const { ids, request } = it;
    if (path.startsWith('/accounts')) return [ids.account, ids.invited, it.twofold];
    if (path.startsWith('/grants')) return [ids.grant];
    if (path.startsWith('/tokens')) return [ids.token];
    if (path.startsWith('/access-requests')) return [request];
    return [world.ids.acme, world.ids.labs, world.ids.alder];
  }
});
