import { describe, expect, test } from 'vitest';
import { Session as SessionRow } from '../../server/sign-in/session.entity.ts';
import { MOST_SESSIONS } from '../../server/sign-in/signed.ts';
import { HOUR, MINUTE } from '../../server/core/clock.ts';
import { newId } from '../../server/core/new-id.ts';
import type { OwnSession } from '../../shared/sign-in/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { bearerOf } from '../support/bearer.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld } from '../support/world.ts';

const world = await shareWorld();

const sessionsOf = async (session: Session) =>
  bodyOf(await session.get<Page<OwnSession>>('/auth/sessions')).items;

const isOpen = async (session: Session) => (await session.get('/auth/session')).status === 200;

describe('a session', () => {
  test('tells who is signed in, holding what', async () => {
    const session = await world.signIn('partner-admin@alder');

    const view = await session.who();

    expect(view).toMatchObject({
      account: { email: 'partner-admin@alder.example', status: 'active' },
      grants: [{ role: 'PartnerAdministrator', organisation: { displayName: 'Alder' } }],
      next: 'done',
    });
    const chain = view.access.chains[world.ids.alder]?.map(({ displayName }) => displayName);
    expect(chain).toEqual(['Platform', 'North', 'Alder']);
    expect(JSON.stringify(view)).not.toMatch(/passwordHash|hash|token/i);
  });

  test('tells of a lock at what it opens, and at which level it was set', async () => {
    const lock = await world.founder.post<Organisation>(world.at('birch', '/lock'));
    const { id, lockedAt } = bodyOf(lock);
    const { access } = await (await world.signIn('partner-admin@birch')).who();

    expect(lockedAt).toBe(world.ids.platform);
    expect(access.chains[id]?.at(-1)).toHaveProperty('lockedAt', lockedAt);
    bodyOf(await world.founder.post(world.at('birch', '/unlock')));
  });

  test('[S13] gives way, unused for longest, when its account has too many', async () => {
    const oldest = await world.signIn('tenant-reader@labs');
    const { account } = await oldest.who();
    const em = world.em;
    const [own] = await em.find(SessionRow, { accountId: account.id });
    for (let at = 0; at < MOST_SESSIONS; at += 1) {
      const lastUsedAt = new Date(world.clock.now().getTime() + at);
      em.create(SessionRow, { ...own, tokenHash: newId(), id: newId(), lastUsedAt } as SessionRow);
    }
    await em.flush();

    const newest = world.stranger();
    bodyOf(await newest.post('/auth/sign-in', { email: account.email, password: PASSWORD }));

    expect(await sessionsOf(newest)).toHaveLength(MOST_SESSIONS);
    expect([await isOpen(oldest), await isOpen(newest)]).toEqual([false, true]);
  });

  test('ends when one signs out, and not before', async () => {
    const session = await world.signIn('partner-admin@alder');
    const other = await world.signIn('partner-admin@alder');
    const stolen = world.stranger();
    stolen.cookie = session.cookie;

    const answer = await session.post('/auth/sign-out');

    expect(answer.status).toBe(204);
    expect(session.cookie).toBe('');
    expect([await isOpen(stolen), await isOpen(other)]).toEqual([false, true]);
  });

  test('can be signed out of twice', async () => {
    const session = await world.signIn('partner-admin@alder');
    await session.post('/auth/sign-out');

    expect((await session.post('/auth/sign-out')).status).toBe(204);
  });

  test.each(['', 'nonsense', 'canopy', 'canopy=', 'canopy=%ff%00;;', `canopy=${'x'.repeat(4000)}`])(
    'is not opened by the cookie "%s"',
    async (cookie) => {
      const session = world.stranger();
      session.cookie = cookie;

      expect((await session.get('/auth/session')).status).toBe(401);
    },
  );
});

describe('[S13] the list of the own sessions', () => {
  test('shows each device, and which is this', async () => {
    const first = await world.signIn('partner-reader@alder');
    const second = await world.signIn('partner-reader@alder');
    await second.get('/auth/session', { headers: { 'user-agent': 'Firefox' } });

    const sessions = await sessionsOf(first);

    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions).toContainEqual(expect.objectContaining({ address: '127.0.0.1' }));
    expect((await sessionsOf(second)).find(({ current }) => current)?.id).toBe(
      sessions.find(({ current }) => !current)?.id,
    );
  });

  test('lets one end another', async () => {
    const here = await world.signIn('partner-reader@birch');
    const there = await world.signIn('partner-reader@birch');
    const other = (await sessionsOf(here)).find(({ current }) => !current);

    const answer = await here.delete(`/auth/sessions/${other?.id}`);

    expect(answer.status).toBe(204);
    expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
  });

  test('does not reach those of others', async () => {
    const admin = await world.signIn('partner-admin@alder');
    const victim = await world.signIn('tenant-reader@acme');
    const [session] = await sessionsOf(victim);

    const answer = await admin.delete(`/auth/sessions/${session?.id}`);
    const unknown = await admin.delete(`/auth/sessions/${newId()}`);

    expect([answer.status, answer.text]).toEqual([404, unknown.text]);
    expect(await isOpen(victim)).toBe(true);
  });
});

describe('[S12] the time of a session', () => {
  test('runs out after thirty minutes without use', async () => {
    await using ours = await createWorld();
    const session = await ours.signIn('tenant-reader@acme');

    ours.clock.advance(29 * MINUTE);
    const before = await isOpen(session);
    ours.clock.advance(31 * MINUTE);
    const after = await isOpen(session);

    expect([before, after]).toEqual([true, false]);
  });

  test('begins anew with each use, however soon after the last', async () => {
    await using ours = await createWorld();
    const session = await ours.signIn('tenant-reader@acme');

    const open: boolean[] = [];
    for (const minutes of [5, 29, 10, 29]) {
      ours.clock.advance(minutes * MINUTE);
      open.push(await isOpen(session));
    }

    expect(open).toEqual([true, true, true, true]);
  });

  test('runs out after twelve hours however busy', async () => {
    await using ours = await createWorld();
    const session = await ours.signIn('tenant-reader@acme');
    const use = async () => {
      ours.clock.advance(20 * MINUTE);
      return isOpen(session);
    };

    const open: boolean[] = [];
    for (let time = 20 * MINUTE; time < 13 * HOUR; time += 20 * MINUTE) open.push(await use());

    expect(open.indexOf(false)).toBe(35);
    expect(open.lastIndexOf(true)).toBe(34);
  });

  test('shows in the list, to the use before last', async () => {
    await using ours = await createWorld();
    const session = await ours.signIn('tenant-reader@acme');
    ours.clock.advance(10 * MINUTE);
    await session.get('/auth/session');

    const [own] = await sessionsOf(session);

    const used = Date.parse(own?.lastUsedAt ?? '') - Date.parse(own?.createdAt ?? '');
    expect(Math.round(used / MINUTE)).toBe(10);
    const left = Date.parse(own?.expiresAt ?? '') - ours.clock.now().getTime();
    expect(Math.round(left / MINUTE)).toBe(30);
  });
});

describe('the list of one’s sessions', () => {
  test('[L14] is told to be another when somebody signs in, and when a session ends', async () => {
    const session = await world.signIn('partner-reader@birch');
    const stranger = await world.signIn('partner-reader@alder');
    await using live = await session.socket();
    await using other = await stranger.socket();

    const second = await world.signIn('partner-reader@birch');
    await live.until(({ sessionNotices }) => sessionNotices === 1);
    bodyOf(await second.post('/auth/sign-out'));
    await live.until(({ sessionNotices }) => sessionNotices === 2);
    await world.settled();

    expect(other.sessionNotices).toBe(0);
    expect(live.changes).toEqual([]);
  });

  test('[L14] is nothing that an API token hears of', async () => {
    const session = await world.signIn('partner-admin@birch');
    const program = await bearerOf(world, session, { role: 'PartnerReader', at: 'birch' });
    await using live = await program.socket();
    await using own = await session.socket();

    await world.signIn('partner-admin@birch');
    await own.until(({ sessionNotices }) => sessionNotices === 1);

    expect(live.sessionNotices).toBe(0);
  });
});
