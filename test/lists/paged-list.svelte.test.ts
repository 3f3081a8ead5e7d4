import { flushSync } from 'svelte';
import { io } from 'socket.io-client';
import { beforeAll, expect, test } from 'vitest';
import { Api } from '../../client/core/api.ts';
import { Session as ClientSession } from '../../client/core/session.svelte.ts';
import { Live } from '../../client/live/live.svelte.ts';
import { PagedList } from '../../client/lists/paged-list.svelte.ts';
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

/** A list of the folder, watched in a client of its own; `before` it is watched something may be arranged. */
async function watch(before: (live: Live) => void = () => undefined) {
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
  before(live);
  live.start();
  const list = new PagedList(live, {
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
  return {
    list,
    [Symbol.dispose]() {
      stop();
      live.stop();
    },
  };
}

test('a list that was read further than one answer stays whole when it is read again', async () => {
  using watched = await watch();
  const { list } = watched;
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
});

test('a list that was read further before it is followed is not cut back then', async () => {
  const followed = Promise.withResolvers<undefined>();
  using watched = await watch(({ subscriptions }) => {
    const ready = subscriptions.ready.bind(subscriptions);
    subscriptions.ready = async (subscription) => {
      await followed.promise;
      return ready(subscription);
    };
  });
  const { list } = watched;

  const more = list.more();
  followed.resolve(undefined);
  await more;

  await expect.poll(() => [list.isReading, list.items.length]).toEqual([false, 100]);
});

test('a list that is read anew keeps nobody from asking for more', async () => {
  using watched = await watch();
  const { list } = watched;

  list.ask({});
  const anew = [list.isReading, list.isReadingMore];
  const more = list.more();
  const asked = list.isReadingMore;
  await more;

  expect([anew, asked]).toEqual([[true, false], true]);
  await expect.poll(() => [list.isReadingMore, list.items.length]).toEqual([false, 100]);
});
