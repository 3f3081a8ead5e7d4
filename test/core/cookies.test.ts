import { describe, expect, test } from 'vitest';
import { cookiesNamed } from '../../server/core/http/cookies.ts';
import { Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

test.each([
  ['', []],
  ['canopy=a', ['a']],
  ['other=x; canopy=junk; canopy=a', ['junk', 'a']],
  ['canopy=a;canopy=a', ['a']],
  ['canopy-device=x; xcanopy=y', []],
  ['canopy="a%20b"', ['a b']],
  ['canopy=%E0%A4%A', ['%E0%A4%A']],
])('[%s] holds %j', (header, values) => {
  expect(cookiesNamed(header, 'canopy')).toEqual(values);
});

describe('a browser that sends a name several times', async () => {
  const world = await shareWorld();
  const ann = await world.signIn('partner-admin@alder');
  const doubled = `canopy=junk; ${ann.cookie}; canopy=more`;

  test('is signed in, and stays so', async () => {
    const both = new Session(world.url, doubled);

    const answer = await both.get('/auth/session');

    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('opens its socket', async () => {
    const both = new Session(world.url, doubled);

    await using socket = await both.socket();

    expect(socket.isConnected).toBe(true);
  });

  test('signs out of the session that it holds', async () => {
    const ben = await world.signIn('partner-admin@alder');
    const both = new Session(world.url, `canopy=junk; ${ben.cookie}`);

    await both.post('/auth/sign-out');

    expect((await ben.get('/auth/session')).status).toBe(401);
  });
});

test('a request with more cookies than fit is refused in words', async () => {
  const world = await shareWorld();
  const crowded = new Session(world.url, `junk=${'x'.repeat(17_000)}`);

  const answer = await crowded.get('/setup');

  expect(answer).toMatchObject({ status: 431, body: { code: 'request.headers-too-large' } });
});

test('a page at another address than the published one is told both, and the variable', async () => {
  const world = await shareWorld();

  const answer = await world.stranger().post(
    '/auth/sign-in',
    {},
    {
      headers: { origin: 'http://canopy.example' },
    },
  );

  expect(answer).toMatchObject({ status: 403, body: { code: 'request.foreign-origin' } });
  expect(answer.body.detail).toContain('http://canopy.example');
  expect(answer.body.detail).toContain(world.server.publicUrl);
  expect(answer.body.detail).toContain('CANOPY_PUBLIC_URL');
});
