import { chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RecordTypes } from '../../client/live/records.ts';
import { LiveStore } from '../../client/live/store/store.svelte.ts';
import { features } from '../../server/features.ts';
import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Activity, Change } from '../../shared/live/contract.ts';
import { records } from '../../shared/records.ts';
import type { SearchHits } from '../../shared/search/contract.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { MovableClock } from '../support/clock.ts';
import { notes } from '../support/example-feature/feature.ts';
import { table } from '../support/example-feature/note.entity.ts';
import { type Note, noteRecord } from '../support/example-feature/record.ts';
import { servePage } from '../support/example-feature/serve-page.ts';
import { startTestServer } from '../support/server.ts';
import { bodyOf } from '../support/session.ts';
import { World } from '../support/world.ts';

/* The product as it is, with one feature more, which no file of the product names. */
const clock = new MovableClock();
const server = await startTestServer(clock, {}, undefined, [...features, notes]);
const world = new World(server, clock);

beforeAll(async () => {
  await world.em.execute(table);
  await world.build();
});
afterAll(() => world[Symbol.asyncDispose]());

const leave = async (
  place: 'acme' | 'alder' | 'beta',
  note: { text: string; isPinned?: boolean },
) => bodyOf(await world.founder.post<Note>(world.at(place, '/notes'), note));

test('a record of another feature goes from its route to the feed, the store and the activity', async () => {
  const reader = await world.signIn('tenant-reader@acme');
  await using socket = await reader.socket();
  await socket.subscribe({ scope: 'record', organisationId: world.ids.acme });

  const note = await leave('acme', { text: 'Call before noon' });
  await socket.until(({ changes }) => changes.some(({ id }) => id === note.id));
  const change = socket.changes.find(({ id }) => id === note.id) as Change;
  const store = new LiveStore(new RecordTypes([...records, noteRecord]));
  store.applyChange(change);
  const { items } = bodyOf(await reader.get<Page<Activity>>(world.at('acme', '/activity')));

  expect(change).toMatchObject({ resource: 'note', op: 'create', topic: 'directory' });
  expect(store.list('note' as never, world.ids.acme)).toEqual([note.id]);
  expect(store.get('note' as never, note.id)).toEqual(note);
  expect(items[0]).toMatchObject({ resource: 'note', action: 'note.add' });
  expect(bodyOf(await reader.get<Page<Note>>(world.at('acme', '/notes'))).items).toEqual([note]);
});

test('it is audited, and refused like all else', async () => {
  const note = await leave('beta', { text: 'Ask for Rosa' });
  const reader = await world.signIn('tenant-reader@acme');

  const { items } = bodyOf(await world.founder.get<Page<AuditEntry>>('/audit?resource=note'));
  const denied = await reader.post(world.at('acme', '/notes'), { text: 'Mine' });
  const unseen = await reader.post(world.at('beta', '/notes'), { text: 'Mine' });
  const empty = await world.founder.post(world.at('beta', '/notes'), { text: ' ' });

  expect(items.flatMap(({ changes }) => changes)).toContainEqual(
    expect.objectContaining({ resource: 'note', id: note.id, op: 'create' }),
  );
  expect([denied.status, unseen.status, empty.status]).toEqual([403, 404, 422]);
});

test('its reaction refuses what a lower feature does, and takes part in it', async () => {
  const { id } = await world.create('tenant', 'alder', { displayName: 'Short-lived' });
  const path = `/organisations/${id}`;
  bodyOf(await world.founder.post(`${path}/suspend`));
  const pinned = bodyOf(
    await world.founder.post<Note>(`${path}/notes`, { text: 'Stay', isPinned: true }),
  );

  const refused = await world.founder.delete<{ detail: string }>(path);
  await world.em.execute('update notes set is_pinned = false where id = ?', [pinned.id]);
  const deleted = await world.founder.delete(path);
  const left = await world.em.execute('select id from notes where organisation_id = ?', [id]);

  expect(refused).toMatchObject({
    status: 422,
    body: { detail: 'A note is pinned here. Remove it first.' },
  });
  expect([deleted.status, left]).toEqual([204, []]);
});

test('its job does beside the request what it was queued for', async () => {
  const [first, second] = [
    await leave('alder', { text: 'Renew in May', isPinned: true }),
    await leave('alder', { text: 'Renew in June', isPinned: true }),
  ];

  await expect
    .poll(async () => {
      const { items } = bodyOf(await world.founder.get<Page<Note>>(world.at('alder', '/notes')));
      return items.filter(({ isPinned }) => isPinned).map(({ id }) => id);
    })
    .toEqual([second.id]);
  expect(first.isPinned).toBe(true);
});

test('it is found by who may see it, and by nobody else', async () => {
  const note = await leave('beta', { text: 'Wintergarden contract' });
  const find = async (reader: { get: typeof world.founder.get }) =>
    bodyOf(await reader.get<SearchHits>('/search?q=wintergarden&kind=note')).items;

  const found = await find(world.founder);
  const hidden = await find(await world.signIn('tenant-reader@acme'));

  expect(found).toEqual([expect.objectContaining({ kind: 'note', id: note.id })]);
  expect(hidden).toEqual([]);
});

test('its page draws it, and what others leave meanwhile', { timeout: 120_000 }, async () => {
  await using served = await servePage(server.url);
  await using browser = await chromium.launch(chromiumLaunch());
  const reader = await world.signIn('tenant-admin@acme');
  const [name = '', value = ''] = reader.cookie.split('=');
  const context = await browser.newContext();
  await context.addCookies([{ name, value, url: served.url }]);
  const page = await context.newPage();
  await page.goto(`${served.url}#${world.ids.acme}`);
  const list = page.getByRole('listitem');

  await page.getByRole('textbox', { name: 'Note' }).fill('From the page');
  await page.getByRole('button', { name: 'Leave' }).click();
  await list.getByText('From the page').waitFor();
  await leave('acme', { text: 'From a colleague' });
  await list.getByText('From a colleague').waitFor();

  expect(await list.allTextContents()).toEqual(
    expect.arrayContaining(['From the page', 'From a colleague']),
  );
});
