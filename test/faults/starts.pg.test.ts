import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { listenForWakeUps } from '../../server/live/wake-up.ts';
import { MovableClock } from '../support/clock.ts';
import { createTestDatabase } from '../support/database.ts';
import { startPooler } from '../support/pooler.ts';
import { startTestServer } from '../support/server.ts';

const clock = new MovableClock();

test(
  'four nodes that start at once on an empty database all serve',
  { timeout: 60_000 },
  async () => {
    const databaseUrl = await createTestDatabase();

    const nodes = await Promise.all(
      Array.from({ length: 4 }, () => startTestServer(clock, { databaseUrl })),
    );

    for (const node of nodes) expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    for (const node of nodes) await node[Symbol.asyncDispose]();
  },
);

test('a database that a newer build migrated is left to that', { timeout: 60_000 }, async () => {
  const databaseUrl = await createTestDatabase();
  await using node = await startTestServer(clock, { databaseUrl });
  await node.running.context.database.em
    .fork()
    .execute(`insert into mikro_orm_migrations (name) values ('9999-newer')`);

  await expect(startTestServer(clock, { databaseUrl })).rejects.toThrow(
    /newer Canopy, which made 9999-newer/,
  );
});

test('behind a pooler in transaction mode a node says that it polls', async () => {
  const databaseUrl = (await createTestDatabase()) ?? '';
  await using pooler = await startPooler(databaseUrl);
  const said = { directly: '', pooled: '' };
  const logInto = (key: keyof typeof said) =>
    pino({ level: 'warn' }, { write: (line) => (said[key] += line) });
  const direct = listenForWakeUps(databaseUrl, () => undefined, logInto('directly'));
  const pooled = listenForWakeUps(pooler.url, () => undefined, logInto('pooled'));

  await vi.waitFor(() => expect(said.pooled).toContain('it polls'), { timeout: 10_000 });

  await Promise.all([direct.stop(), pooled.stop()]);
  expect(said.directly).toBe('');
});
