import { expect, test } from 'vitest';
import { ChildServer } from '../support/child-server.ts';
import { createTestDatabase } from '../support/database.ts';
import { PASSWORD } from '../support/people.ts';
import { SETUP_TOKEN } from '../support/server.ts';
import { bodyOf, Session } from '../support/session.ts';

const PUBLIC_URL = 'http://canopy.example';
const FOUNDER = { email: 'fay@canopy.example', password: PASSWORD };

test('[L14] a sign-in at one node is told of by the other', { timeout: 60_000 }, async () => {
  const databaseUrl = await createTestDatabase();
  await using one = await ChildServer.start(databaseUrl, PUBLIC_URL);
  await using other = await ChildServer.start(databaseUrl, PUBLIC_URL);
  const fay = new Session(one.url, '', PUBLIC_URL);
  const setUp = { token: SETUP_TOKEN, displayName: 'Fay Founder', ...FOUNDER };
  bodyOf(await fay.post('/setup', setUp));
  await using live = await fay.socket();

  const elsewhere = new Session(other.url, '', PUBLIC_URL);
  bodyOf(await elsewhere.post('/auth/sign-in', FOUNDER));
  await live.until(({ sessionNotices }) => sessionNotices === 1);
  bodyOf(await elsewhere.post('/auth/sign-out'));
  await live.until(({ sessionNotices }) => sessionNotices === 2);

  expect(live.isConnected).toBe(true);
});
