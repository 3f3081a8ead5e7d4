import { describe, expect, test } from 'vitest';
import { MovableClock } from '../support/clock.ts';
import { PASSWORD } from '../support/people.ts';
import { SETUP_TOKEN, startTestServer, type TestServer } from '../support/server.ts';
import { Session } from '../support/session.ts';

const ada = {
  token: SETUP_TOKEN,
  email: 'Ada@Canopy.Example',
  displayName: 'Ada',
  password: PASSWORD,
};

const start = (): Promise<TestServer> => startTestServer(new MovableClock());

describe('[S1] a platform that nobody has set up', () => {
  test('says so', async () => {
    await using server = await start();

    const answer = await new Session(server.url).get('/setup');

    expect(answer.body).toEqual({ needed: true });
  });

  test('is set up once, by whoever holds the token, who is signed in then', async () => {
    await using server = await start();
    const session = new Session(server.url);

    const first = await session.post('/setup', ada);
    const again = await new Session(server.url).post('/setup', { ...ada, email: 'eve@x.example' });

    expect(first).toMatchObject({ status: 200, body: { next: 'done' } });
    expect(again).toMatchObject({ status: 410, body: { code: 'setup.done' } });
    expect(await session.who()).toMatchObject({
      account: { email: 'ada@canopy.example', displayName: 'Ada', status: 'active' },
      grants: [{ role: 'PlatformAdministrator', organisation: { kind: 'platform' } }],
    });
    expect((await session.get('/setup')).body).toEqual({ needed: false });
  });

  test('is set up by one of two at once', async () => {
    await using server = await start();
    const post = (email: string) => new Session(server.url).post('/setup', { ...ada, email });

    const answers = await Promise.all(['ada@a.example', 'bob@a.example'].map(post));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  test.each<[string, object, number]>([
    ['another token', { token: 'not-the-token-of-this-world' }, 403],
    ['an empty token', { token: '' }, 403],
    ['a short password', { password: 'short' }, 422],
    ['an address that is none', { email: 'ada' }, 422],
    ['no name', { displayName: '' }, 422],
  ])('is not set up with %s', async (_, wrong, status) => {
    await using server = await start();
    const session = new Session(server.url);

    const answer = await session.post('/setup', { ...ada, ...wrong });

    expect(answer.status).toBe(status);
    expect((await session.get('/setup')).body).toEqual({ needed: true });
  });

  test('lets nobody in', async () => {
    await using server = await start();

    const answer = await new Session(server.url).get('/organisations');

    expect(answer.status).toBe(401);
  });
});
