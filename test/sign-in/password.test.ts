import { argon2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../server/sign-in/passwords/passwords.ts';
import { Bounds } from '../../server/core/bounds/bounds.ts';
import { systemClock } from '../../server/core/clock.ts';
import { whyNotPassword } from '../../shared/sign-in/password.ts';
import { hashInEarnest } from '../support/hashing.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const names = ['Ada Lovelace', 'ada@analytical.example'];
const tooShort = 'Use at least 15 characters; a sentence is fine.';
const tooEasy = 'This password is too easy to guess.';
const tooPersonal = 'Do not use your own name or the product’s.';

describe('[S22] a password', () => {
  test.each([
    ['a sentence', 'the quick brown fox', null],
    ['letters only', 'abjurationofwhimsy', null],
    ['spaces', '  leading and trailing  ', null],
    ['other scripts', 'пароль для проверки', null],
    ['fifteen of them', 'exactly fifteen', null],
    ['fourteen', 'only fourteen!', tooShort],
    ['fifteen bytes that are five characters', '樺樺樺樺樺', tooShort],
    ['a known one', 'passwordpassword', tooEasy],
    ['a known one in capitals', 'PasswordPassword', tooEasy],
    ['one letter again and again', 'aaaaaaaaaaaaaaaa', tooEasy],
    ['a run again and again', 'abcabcabcabcabcabc', tooEasy],
    ['the own name', 'Lovelace-Lovelace', tooPersonal],
    ['the own address', 'ada@analytical!', tooPersonal],
    ['the product’s name', 'canopy-canopy-1', tooPersonal],
    ['the name and much else', 'lovelace under a bush', null],
  ])('of %s', (_, password, reason) => {
    expect(whyNotPassword(password, names)?.detail ?? null).toBe(reason);
  });
});

describe('[S22] the hash of a password', () => {
  const node = { bounds: new Bounds(systemClock) };
  const waiter = { key: 'somebody', isKnown: true };
  const hashOf = (password: string) => hashPassword(node, waiter, password);
  const fits = (hash: string | null, password: string) =>
    verifyPassword(node, waiter, { hash, password });

  test('is Argon2id with a salt of its own, and the work that it says', async () => {
    using _ = hashInEarnest();

    const [first, second] = await Promise.all([hashOf(PASSWORD), hashOf(PASSWORD)]);

    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(second).not.toBe(first);
    const [, , , , salt = '', tag = ''] = first.split('$');
    const work = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
    const message = Buffer.from(PASSWORD);
    const nonce = Buffer.from(salt, 'base64');
    expect(argon2Sync('argon2id', { ...work, message, nonce })).toEqual(Buffer.from(tag, 'base64'));
  });

  test('fits the password alone', async () => {
    const hash = await hashOf(PASSWORD);

    expect(await fits(hash, PASSWORD)).toBe(true);
    expect(await fits(hash, `${PASSWORD} `)).toBe(false);
    expect(await fits(null, PASSWORD)).toBe(false);
  });

  test('fits however the characters were composed', async () => {
    const hash = await hashOf('caf\u00e9 au lait, encore');

    expect(await fits(hash, 'cafe\u0301 au lait, encore')).toBe(true);
  });
});

describe('[S23] changing the own password', async () => {
  const world = await shareWorld();
  const next = 'another walk through the forest';

  test('takes the current one', async () => {
    const session = await world.signIn('tenant-reader@acme');

    const answer = await session.post('/auth/password', { current: 'wrong', next });

    expect(answer).toMatchObject({ status: 403, body: { code: 'auth.current-password' } });
    expect((await session.get('/auth/session')).status).toBe(200);
  });

  test('takes an acceptable one', async () => {
    const session = await world.signIn('tenant-reader@acme');

    const answer = await session.post('/auth/password', { current: PASSWORD, next: 'short' });

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'next' }] } });
  });

  test('ends every session but the new one, here', async () => {
    const here = await world.signIn('tenant-admin@acme');
    const there = await world.signIn('tenant-admin@acme');
    const before = here.cookie;
    const email = 'tenant-admin@acme.example';

    bodyOf(await here.post('/auth/password', { current: PASSWORD, next }));
    const stale = world.stranger();
    stale.cookie = before;
    const old = await world.stranger().post('/auth/sign-in', { email, password: PASSWORD });
    const renewed = await world.stranger().post('/auth/sign-in', { email, password: next });

    expect((await here.get('/auth/session')).status).toBe(200);
    expect((await there.get('/auth/session')).status).toBe(401);
    expect((await stale.get('/auth/session')).status).toBe(401);
    expect([old.status, renewed.status]).toEqual([401, 200]);
  });
});
