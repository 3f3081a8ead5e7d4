import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../server/core/clock.ts';
import { hashInEarnest } from '../support/hashing.ts';
import { PASSWORD } from '../support/people.ts';
import { type Answer, bodyOf, type Session } from '../support/session.ts';
import { createWorld, shareWorld, type World } from '../support/world.ts';

const world = await shareWorld();
await world.signIn('tenant-reader@acme');

const email = 'tenant-reader@acme.example';
const signIn = (credentials: object, from: World = world) =>
  from.stranger().post('/auth/sign-in', { email, password: PASSWORD, ...credentials });

const statuses = (answers: Answer<unknown>[]) => answers.map(({ status }) => status);

describe('signing in', () => {
  test('[S12] gives a cookie that scripts and other sites never see', async () => {
    const answer = await signIn({});

    expect(answer).toMatchObject({ status: 200, body: { next: 'done' } });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^canopy=[a-z0-9]{40}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
      expect.stringMatching(
        /^canopy-device=[\w-]+\.[\w-]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  test('[S12] on https binds the cookie to the host and to https', async () => {
    await using secure = await createWorld({ publicUrl: 'https://canopy.example' });

    const answer = await signIn({ email: 'platform-admin@platform.example' }, secure);

    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-canopy=\w+; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('does not mind capitals and spaces around the address', async () => {
    const answer = await signIn({ email: '  Tenant-Reader@ACME.example ' });

    expect(answer.status).toBe(200);
  });

  test('[S13] makes a new session each time', async () => {
    const first = await signIn({});
    const second = await signIn({});

    expect(second.headers.getSetCookie()).not.toEqual(first.headers.getSetCookie());
  });
});

describe('[S9] who cannot sign in', () => {
  test('hears the same whether or not the account exists', async () => {
    await world.invite('tenant-reader@beta');

    const wrong = await signIn({ password: 'not the password' });
    const unknown = await signIn({ email: 'nobody-here@acme.example' });
    const invited = await signIn({ email: 'tenant-reader@beta.example' });

    expect(statuses([wrong, unknown, invited])).toEqual([401, 401, 401]);
    expect([unknown.text, invited.text]).toEqual([wrong.text, wrong.text]);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('hears of a disabled account only with its password', async () => {
    const session = await world.signIn('tenant-reader@gamma');
    const { account } = await session.who();
    await world.founder.post(`/accounts/${account.id}/disable`);

    const right = await signIn({ email: account.email });
    const wrong = await signIn({ email: account.email, password: 'not the password' });

    expect(right).toMatchObject({ status: 403, body: { detail: 'This account is disabled.' } });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'auth.failed' } });
  });
});

describe('[S10] guessing a password', () => {
  const guess = (from: World, times: number, of = email) =>
    Promise.all(Array.from({ length: times }, () => signIn({ email: of, password: 'x' }, from)));

  test('is slowed down after five failures, even made at once', async () => {
    await using ours = await createWorld();
    ours.clock.stop();
    await ours.signIn('tenant-reader@acme');

    const answers = await guess(ours, 8);
    const right = await signIn({}, ours);

    expect(statuses(answers).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(right).toMatchObject({ status: 429, body: { code: 'request.too-many' } });
    expect(right.headers.get('retry-after')).toBe('1');
  });

  test('does not slow a browser that the person has signed in with before', async () => {
    await using ours = await createWorld();
    ours.clock.stop();
    await ours.signIn('tenant-reader@acme');
    const own = await ours.signIn('tenant-reader@acme');
    const other = await ours.signIn('tenant-admin@acme');
    await guess(ours, 6);

    const again = (session: Session) =>
      session.post('/auth/sign-in', { email, password: PASSWORD });
    const forged = ours.stranger();
    forged.device = own.device.replace(/\..*/, '.forged');
    const answers = [await again(own), await again(other), await again(forged)];

    expect(statuses(answers)).toEqual([200, 429, 429]);
  });

  test('stays slowed down whatever else was tried meanwhile', async () => {
    await using ours = await createWorld();
    ours.clock.stop();
    await ours.signIn('tenant-reader@acme');
    await guess(ours, 10);
    const { bounds } = ours.server.running.context;

    for (let at = 0; at < 50_000; at += 1) bounds.guesses['sign-in'].failed(`made up ${at}`);
    const ask = (at: number) =>
      ours.stranger().post('/auth/password-reset', { email: `nobody-${at}@acme.example` });
    await Promise.all(Array.from({ length: 100 }, (_, at) => ask(at)));
    const [answer] = await guess(ours, 1);

    expect(answer?.status).toBe(429);
  });

  test('waits no longer because the clock was set back', async () => {
    await using ours = await createWorld();
    ours.clock.stop();
    await ours.signIn('tenant-reader@acme');
    await guess(ours, 5);

    ours.clock.setWall(-60 * MINUTE);
    const [waiting] = await guess(ours, 1);
    ours.clock.advance(1_000);

    expect(waiting?.headers.get('retry-after')).toBe('1');
    expect((await signIn({}, ours)).status).toBe(200);
  });

  test('waits longer each time, and never for good', async () => {
    await using ours = await createWorld();
    ours.clock.stop();
    await ours.signIn('tenant-reader@acme');
    await guess(ours, 5);

    const waits: (string | null)[] = [];
    for (let round = 0; round < 11; round += 1) {
      const [answer] = await guess(ours, 1);
      const wait = answer?.headers.get('retry-after') ?? null;
      waits.push(wait);
      ours.clock.advance(Number(wait) * 1_000);
      await guess(ours, 1);
    }
    ours.clock.advance(5 * MINUTE);
    const right = await signIn({}, ours);

    expect(waits.map(Number)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(right.status).toBe(200);
  });

  test('locks nobody else out', async () => {
    await using ours = await createWorld();
    ours.clock.stop();
    await ours.signIn('tenant-reader@acme');
    await guess(ours, 6, 'somebody-else@acme.example');

    expect((await signIn({}, ours)).status).toBe(200);
  });

  test('is forgotten once the password was right', async () => {
    await using ours = await createWorld();
    ours.clock.stop();
    await ours.signIn('tenant-reader@acme');
    await guess(ours, 4);
    await signIn({}, ours);

    const answers = await guess(ours, 5);

    expect(statuses(answers)).toEqual([401, 401, 401, 401, 401]);
  });
});

describe('a crowd of strangers with wrong passwords', () => {
  const crowd = (from: World, size: number) =>
    Array.from({ length: size }, (_, at) =>
      signIn({ email: `made-up-${at}@acme.example`, password: 'x' }, from),
    );

  test('is turned away at the door, ahead of nobody who is known', async () => {
    using _ = hashInEarnest();
    await using ours = await createWorld();
    const own = await ours.signIn('tenant-reader@acme');
    bodyOf(await own.post('/auth/sign-in', { email, password: PASSWORD }));
    const order: string[] = [];

    const strangers = crowd(ours, 100);
    for (const each of strangers) void each.then(({ status }) => order.push(String(status)));
    await strangers[0];
    const right = await own.post('/auth/sign-in', { email, password: PASSWORD });
    order.push('known');
    const answers = await Promise.all(strangers);

    const turnedAway = answers.filter(({ status }) => status === 503);
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(turnedAway[0]?.headers.get('retry-after')).toBe('2');
    expect(right.status).toBe(200);
    expect(order.slice(order.indexOf('known') + 1)).toContain('401');
  });
});
