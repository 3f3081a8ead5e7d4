import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../server/core/clock.ts';
import { openSecrets } from '../../server/core/secrets.ts';
import type { NewTotp, OwnFactors } from '../../shared/factors/contract.ts';
import { PASSWORD, type PersonName, personOf } from '../support/people.ts';
import { bodyOf, type Session } from '../support/session.ts';
import { addApp, type AddedApp as App, codeAt } from '../support/totp.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
world.clock.stop();
const { clock } = world;

const STEP = 30_000;

/** Somebody with an authenticator app, a step later: the code that confirmed it is used up. */
async function withApp(name: PersonName) {
  const session = await world.signIn(name);
  const app = await addApp(session, clock.now());
  clock.advance(STEP);
  return { session, ...app };
}

/** A new session of somebody who has yet to show a second factor. */
async function halfWay(name: PersonName): Promise<Session> {
  const session = world.stranger();
  const input = { email: personOf(name).email, password: PASSWORD };
  expect(bodyOf(await session.post('/auth/sign-in', input))).toEqual({ next: 'mfa' });
  return session;
}

describe('an authenticator app', () => {
  test('counts once a code of it was shown', async () => {
    const session = await world.signIn('tenant-reader@acme');
    const { id, secret, uri } = bodyOf(await session.post<NewTotp>('/auth/mfa/totp'));
    const before = bodyOf(await session.get<OwnFactors>('/auth/mfa'));

    const wrong = await session.post(`/auth/mfa/totp/${id}/confirm`, { code: '000000' });
    const right = await session.post(`/auth/mfa/totp/${id}/confirm`, {
      code: codeAt(secret, clock.now()),
    });

    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toContain(
      `issuer=${encodeURIComponent(`Canopy localhost:${new URL(world.url).port}`)}`,
    );
    expect(before).toEqual({
      hasPassword: true,
      totp: [],
      passkeys: [],
      recoveryCodes: 0,
      isAsked: false,
    });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'auth.code' } });
    expect(right).toMatchObject({ status: 200, body: { next: 'done' } });
    expect(bodyOf(await session.get<OwnFactors>('/auth/mfa'))).toMatchObject({
      totp: [{ id }],
      recoveryCodes: 10,
    });
    expect((await session.who()).account.hasSecondFactor).toBe(true);
  });

  test('is called otherwise than the ones before it', async () => {
    const { session } = await withApp('second-partner-reader@birch');

    const again = bodyOf(await session.post<NewTotp>('/auth/mfa/totp'));

    const label = decodeURIComponent(new URL(again.uri).pathname);
    expect(label).toMatch(/:second-partner-reader@birch\.example \(2\)$/);
  });

  test('[S16] is asked for at the next sign-in', async () => {
    const { secret } = await withApp('tenant-admin@acme');
    const session = await halfWay('tenant-admin@acme');
    const before = session.cookie;

    const closed = await session.get(world.at('acme'));
    const answer = await session.post('/auth/mfa', { code: codeAt(secret, clock.now()) });

    expect(closed).toMatchObject({ status: 403, body: { code: 'auth.pending', next: 'mfa' } });
    expect(answer).toMatchObject({ status: 200, body: { next: 'done' } });
    expect(session.cookie).not.toBe(before);
    expect((await session.get(world.at('acme'))).status).toBe(200);
  });

  test('[S16] is asked of sessions that began before it, and of their sockets', async () => {
    const there = await world.signIn('second-tenant-reader@acme');
    await using socket = await there.socket();
    const { session } = await withApp('second-tenant-reader@acme');
    await world.settled();

    const { next, grants, access } = await there.who();

    expect({ next, grants, access }).toEqual({
      next: 'mfa',
      grants: [],
      access: { chains: {}, above: {} },
    });
    expect((await session.who()).next).toBe('done');
    expect(socket.ended).toBe('pending');
  });

  test.each([
    ['two steps ago', 'tenant-admin@labs', -2, 403],
    ['one step ago', 'tenant-reader@labs', -1, 200],
    ['now', 'tenant-admin@bench', 0, 200],
    ['one step ahead', 'tenant-reader@bench', 1, 403],
  ] as const)('[S17] takes the code of %s', async (_, name, steps, status) => {
    const { secret } = await withApp(name);
    clock.advance(2 * STEP);
    const session = await halfWay(name);

    const at = new Date(clock.now().getTime() + steps * STEP);

    expect((await session.post('/auth/mfa', { code: codeAt(secret, at) })).status).toBe(status);
  });

  test('[S17] takes a code once, of two at the same moment', async () => {
    const { secret } = await withApp('partner-reader@alder');
    const sessions = [await halfWay('partner-reader@alder'), await halfWay('partner-reader@alder')];
    const code = codeAt(secret, clock.now());

    const answers = await Promise.all(sessions.map((each) => each.post('/auth/mfa', { code })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  test('[S17] slows guessing down, from wherever it is done', async () => {
    const { secret } = await withApp('partner-admin@birch');
    const session = await halfWay('partner-admin@birch');

    for (let guess = 0; guess < 5; guess += 1) await session.post('/auth/mfa', { code: '000000' });
    const code = codeAt(secret, clock.now());
    const slowed = await (await halfWay('partner-admin@birch')).post('/auth/mfa', { code });
    clock.advance(5 * MINUTE);
    const later = codeAt(secret, clock.now());
    const taken = await (await halfWay('partner-admin@birch')).post('/auth/mfa', { code: later });

    expect([slowed.status, taken.status]).toEqual([429, 200]);
  });

  test('is removed, and not asked for then', async () => {
    const { session, id } = await withApp('partner-admin@grove');

    const answer = await session.delete(`/auth/mfa/totp/${id}`);
    const fresh = await world.signIn('partner-admin@grove');

    expect(answer.status).toBe(204);
    expect(bodyOf(await fresh.get<OwnFactors>('/auth/mfa'))).toMatchObject({
      totp: [],
      recoveryCodes: 0,
    });
    expect((await fresh.who()).account.hasSecondFactor).toBe(false);
  });

  test('of somebody else is as if it did not exist', async () => {
    const { id } = await withApp('partner-reader@grove');
    const session = await world.signIn('nobody@acme');

    expect((await session.delete(`/auth/mfa/totp/${id}`)).status).toBe(404);
  });
});

describe('[S18] recovery codes', () => {
  test('open once each, in whatever case, with or without dashes', async () => {
    const { recoveryCodes } = await withApp('distributor-admin@north');
    const [code = ''] = recoveryCodes;

    const first = await halfWay('distributor-admin@north');
    const taken = await first.post('/auth/mfa', { code: code.toUpperCase().replaceAll('-', ' ') });
    const second = await halfWay('distributor-admin@north');
    const again = await second.post('/auth/mfa', { code });

    expect(recoveryCodes).toHaveLength(10);
    expect([taken.status, again.status]).toEqual([200, 403]);
    expect(bodyOf(await first.get<OwnFactors>('/auth/mfa')).recoveryCodes).toBe(9);
  });

  test('open for one of two at the same moment', async () => {
    const { recoveryCodes } = await withApp('distributor-reader@north');
    const [code = ''] = recoveryCodes;
    const sessions = [
      await halfWay('distributor-reader@north'),
      await halfWay('distributor-reader@north'),
    ];

    const answers = await Promise.all(sessions.map((each) => each.post('/auth/mfa', { code })));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  test('are replaced as a whole', async () => {
    const { session, recoveryCodes } = await withApp('distributor-admin@south');

    const { recoveryCodes: next } = bodyOf(
      await session.post<{ recoveryCodes: string[] }>('/auth/mfa/recovery-codes'),
    );
    const code = recoveryCodes[0];
    const old = await (await halfWay('distributor-admin@south')).post('/auth/mfa', { code });
    const fresh = await halfWay('distributor-admin@south');
    const taken = await fresh.post('/auth/mfa', { code: next[0] });

    expect([old.status, taken.status]).toEqual([403, 200]);
  });
});

describe('[S21] a sensitive act', () => {
  test('needs a proof of the last five minutes', async () => {
    const { session, id } = await withApp('partner-admin@alder');
    clock.advance(6 * MINUTE);

    const answers = [
      await session.post('/auth/mfa/totp'),
      await session.delete(`/auth/mfa/totp/${id}`),
      await session.post('/auth/mfa/recovery-codes'),
      await session.post('/auth/mfa/passkeys/options', { purpose: 'enrol' }),
      await session.delete('/auth/sessions'),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'auth.reauthenticate'));
  });

  test.each([
    ['password', 'tenant-admin@gamma', () => ({ password: PASSWORD })],
    ['code', 'tenant-reader@gamma', ({ secret }: App) => ({ code: codeAt(secret, clock.now()) })],
    ['recovery code', 'tenant-admin@delta', (app: App) => ({ code: app.recoveryCodes[0] })],
  ] as const)('is open again after showing the %s, under another token', async (_, name, proof) => {
    const { session, ...app } = await withApp(name);
    clock.advance(6 * MINUTE);
    const before = session.cookie;

    const wrong = await session.post('/auth/reauthenticate', { password: 'not this one' });
    const right = await session.post('/auth/reauthenticate', proof(app));
    const stale = world.stranger();
    stale.cookie = before;

    expect(wrong).toMatchObject({ status: 403, body: { code: 'auth.current-password' } });
    expect(right.status).toBe(200);
    expect((await session.post('/auth/mfa/recovery-codes')).status).toBe(200);
    expect((await stale.get('/auth/session')).status).toBe(401);
  });
});

describe('a server that has another key than the one that apps were sealed with', () => {
  test('takes no code of an app, and recovery codes as before', async () => {
    const { session, id, secret } = await withApp('partner-reader@birch');
    const { recoveryCodes } = bodyOf(
      await session.post<{ recoveryCodes: string[] }>('/auth/mfa/recovery-codes'),
    );
    const { account } = await session.who();
    const other = openSecrets({ secretKey: 'x'.repeat(32), dataDir: world.server.dataDir });
    await world.em.execute('update totp_factors set sealed_secret = ? where id = ?', [
      other.seal(secret, 'totp', account.id),
      id,
    ]);

    const waiting = await halfWay('partner-reader@birch');
    const byApp = await waiting.post('/auth/mfa', { code: codeAt(secret, clock.now()) });
    clock.advance(MINUTE);
    const byRecovery = await waiting.post('/auth/mfa', { code: recoveryCodes[0] });

    expect(byApp).toMatchObject({ status: 403, body: { code: 'auth.code' } });
    expect(byRecovery.status).toBe(200);
  });
});
