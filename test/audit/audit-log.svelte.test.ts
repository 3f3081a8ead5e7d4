import { flushSync } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AuditLog } from '../../client/audit/audit-log.svelte.ts';
import { Api } from '../../client/core/api.ts';
import type { Live } from '../../client/live/live.svelte.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

async function edit(times: number): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    await founder.patch(world.at('alder'), { description: String(index) }, { ifMatch: '*' });
  }
}

test('an audit that was read further stays as long when much is new', async () => {
  vi.stubGlobal('window', new EventTarget()); // signs of attention, of which there are none here
  vi.stubGlobal('document', { hidden: true });
  onTestFinished(() => void vi.unstubAllGlobals());
  await edit(120);
  const headers = { cookie: founder.cookie, origin: founder.origin };
  const api = new Api((path, init) =>
    fetch(`${founder.url}${path as string}`, {
      ...init,
      headers: { ...init?.headers, ...headers },
    }),
  );
  const live = { onChanges, onConnected: () => () => undefined } as unknown as Live;
  let changed: () => void = () => undefined;
  function onChanges(listener: () => void) {
    changed = listener;
    return () => undefined;
  }
  const log = new AuditLog(api, live, { path: '/audit', organisationId: undefined });
  const stop = $effect.root(() => {
    $effect(() => {
      void log.state;
    });
  });
  flushSync();
  await expect.poll(() => log.items.length).toBe(50);
  await log.more();
  expect(log.items.length).toBe(100);
  const newest = log.items[0]?.seq ?? 0;

  await edit(60);
  changed();

  await expect.poll(() => log.items[0]?.seq).toBeGreaterThanOrEqual(newest + 60);
  expect(log.items.length).toBe(100);
  stop();
});
