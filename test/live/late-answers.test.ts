import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Watcher } from '../support/watcher.svelte.ts';
import { createWorld } from '../support/world.ts';

const LATE_MS = 100;

test('what was read before a barrier closed, and arrives after it, is not taken in', async () => {
  await using world = await createWorld();
  const { acme } = world.ids;
  const late = Promise.withResolvers<void>();
  const above = await world.signIn('distributor-admin@north');
  const watcher = await Watcher.open('above', above, {
    stream: () => 0,
    answer: async (path) => {
      if (path.endsWith(`${acme}/settings`)) await late.promise;
    },
  });
  const accounts = () => watcher.sight[`accounts ${acme}`];
  await expect.poll(accounts).toBeInstanceOf(Array);

  const inside = await world.signIn('tenant-admin@acme');
  await inside.put(`/organisations/${acme}/access`, { managementMode: 'self-managed' });
  await expect.poll(accounts).toBeNull();
  late.resolve();
  await sleep(LATE_MS);

  expect(watcher.sight[`settings ${acme}`]).toBeNull();
  watcher.close();
});
