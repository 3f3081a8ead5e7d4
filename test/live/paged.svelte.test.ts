import { flushSync } from 'svelte';
import { io } from 'socket.io-client';
import { beforeAll, expect, test } from 'vitest';
import { Api } from '../../client/core/api.ts';
import { Session as ClientSession } from '../../client/core/session.svelte.ts';
import { Live } from '../../client/live/live.svelte.ts';
import { Paged } from '../../client/live/paged.svelte.ts';
import { records } from '../../shared/records.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import { listChildren } from '../../shared/organisations/endpoints.ts';
import { bodyOf } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

/** More than one answer of the server holds. */
const MANY = 205;

const world = await shareWorld();
const ann = await world.signIn('partner-admin@alder');
const folder = await world.create('folder', 'alder', { displayName: 'Many' });

beforeAll(async () => {
  for (let index = 0; index < MANY; index += 1) {
    const input = { kind: 'folder', parentId: folder.id, displayName: `Folder ${index}` };
    bodyOf(await ann.post('/organisations', input));
  }
}, 60_000);

test('a list that was read further than one answer stays whole when it is read again', async () => {
  const headers = { cookie: ann.cookie, origin: ann.origin };
  const api = new Api((path, init) =>
    fetch(`${ann.url}${path as string}`, { ...init, headers: { ...init?.headers, ...headers } }),
  );
  const session = new ClientSession(api);
  const live = new Live({
    records,
    api,
    session,
    open: () => {
      const options = { transports: ['websocket'], autoConnect: false, reconnection: false };
      return Promise.resolve(io(ann.url, { ...options, extraHeaders: headers }));
    },
  });
  await session.load();
  live.start();
  const list = new Paged(live, {
    read: (query) => api.call(listChildren, { id: folder.id, query }),
    query: {},
    asked: { scope: 'children', organisationId: folder.id, topics: ['directory'] },
    concerns: ({ resource }) => resource === 'organisation',
  });
  const stop = $effect.root(() => {
    $effect(() => {
      void list.items;
    });
  });
  flushSync();
  await expect.poll(() => list.items.length).toBe(50);
  while (list.hasMore) await list.more();
  expect(list.items.length).toBe(MANY);

  const { id } = list.items.at(-1) as Organisation;
  bodyOf(
    await ann.patch(`/organisations/${id}`, { displayName: 'Folder renamed' }, { ifMatch: 1 }),
  );

  await expect
    .poll(() => list.items.map(({ displayName }) => displayName))
    .toContain('Folder renamed');
  expect(list.items.length).toBe(MANY);
  expect(list.hasMore).toBe(false);
  stop();
  live.stop();
});
