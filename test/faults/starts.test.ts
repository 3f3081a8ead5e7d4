import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { liveness } from '../../server/health.ts';
import { startTestServer } from '../support/server.ts';
import { createWorld } from '../support/world.ts';

const POLLS_OF_HALF_A_MINUTE = 120;

test(
  'a database file that was emptied is not served as a fresh platform',
  { timeout: 60_000 },
  async () => {
    const world = await createWorld();
    const { dataDir, running } = world.server;
    await running[Symbol.asyncDispose]();
    await truncate(join(dataDir, 'canopy.sqlite'));

    await expect(startTestServer(world.clock, { dataDir })).rejects.toThrow(/is empty or gone/);
  },
);

test(
  'a data directory in use is told from one that cannot be written',
  { timeout: 60_000 },
  async () => {
    await using world = await createWorld();
    const { dataDir } = world.server;

    await expect(startTestServer(world.clock, { dataDir })).rejects.toThrow(
      /Another Canopy process/,
    );
    await expect(
      startTestServer(world.clock, { dataDir: join(dataDir, 'canopy.sqlite', 'x') }),
    ).rejects.toThrow(/cannot be written/);
  },
);

test('a node whose database door hangs asks to be restarted', { timeout: 60_000 }, async () => {
  await using world = await createWorld();
  const { feed, database } = world.server.running.context;
  const door = Promise.withResolvers<void>();
  const held = database.em.fork().transactional(() => door.promise);
  feed.wake();

  for (let poll = 0; poll <= POLLS_OF_HALF_A_MINUTE; poll += 1) feed.poll();
  const stuck = await fetch(`${world.url}/healthz`);
  door.resolve();
  await held;
  await world.settled();

  expect(stuck.status).toBe(503);
  await expect.poll(() => liveness(feed).status).toBe('alive');
});
