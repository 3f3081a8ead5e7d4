import { flushSync } from 'svelte';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api } from '../../client/core/api.ts';
import { Session as ClientSession } from '../../client/core/session.svelte.ts';
import { goneSentence } from '../../client/live/gone.ts';
import { Live } from '../../client/live/live.svelte.ts';
import { placeOf } from '../../client/live/place.ts';
import { AuditRecord } from '../../server/core/changes/audit-record.entity.ts';
import { records } from '../../shared/records.ts';
import type { Session } from '../support/session.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const denied = () => world.em.count(AuditRecord, { action: { $like: '%:denied' } });
const stops: (() => void)[] = [];
let above: Session;

beforeAll(async () => {
  above = await world.signIn('partner-admin@alder');
  const inside = await world.signIn('tenant-admin@acme');
  await inside.put(world.at('acme', '/access'), { managementMode: 'self-managed' });
});

afterAll(() => {
  for (const stop of stops) stop();
});

/** A page of the partner’s whose live line never comes up, and what it asks for. */
async function pageWithoutLine() {
  const asked: string[] = [];
  const api = new Api((path, init) => {
    asked.push(path as string);
    const headers = { ...(init?.headers as object), cookie: above.cookie, origin: world.url };
    return fetch(`${world.url}${path as string}`, { ...init, headers });
  });
  const session = new ClientSession(api);
  await session.load();
  const live = new Live({ records, api, session, open: () => new Promise(() => undefined) });
  live.start();
  return { live, session, asked };
}

/** Looks at something as a page does, until it says that it has come. */
async function look(read: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = $effect.root(() => {
      $effect(() => {
        if (read()) resolve();
      });
    });
    stops.push(stop);
    flushSync();
  });
}

describe('a page outside a closed barrier, of a tenant or of a unit within it', () => {
  test.each(['acme', 'bench'] as const)('asks for nothing that is closed at %s', async (name) => {
    const { live, session, asked } = await pageWithoutLine();
    const id = world.ids[name];
    const queries = [
      live.record('settings', id),
      live.list('account', id),
      live.list('grant', id),
      live.list('token', id),
    ];

    await look(() => {
      const place = placeOf(live, session, id);
      const states = queries.map(({ state }) => state);
      return place !== undefined && states.every((state) => state !== 'loading');
    });

    const told = queries.map(({ gone }) => goneSentence(gone ?? { because: 'missing' }));
    const sentence = 'Acme manages itself. Only its own administrators can do this, or open it.';
    expect(told).toEqual(queries.map(() => sentence));
    const shut = [world.ids.acme, world.ids.labs, world.ids.bench];
    const isOfShut = (path: string) => shut.some((each) => path.includes(`${each}/`));
    expect(asked.filter(isOfShut)).toEqual([]);
    expect(await denied()).toBe(0);
    live.stop();
  });

  test('still reads what is open to it', async () => {
    const { live } = await pageWithoutLine();
    const settings = live.record('settings', world.ids.alder);
    const accounts = live.list('account', world.ids.beta);

    await look(() => settings.state === 'ready' && accounts.state === 'ready');

    expect(settings.data?.organisationId).toBe(world.ids.alder);
    live.stop();
  });
});

describe('a read that is refused', () => {
  const path = world.at('acme', '/settings');

  test('accuses nobody where a page made it by itself', async () => {
    const answer = await above.get(path, { headers: { 'canopy-purpose': 'page' } });

    expect([answer.status, await denied()]).toEqual([403, 0]);
  });

  test('is on record where somebody asked for it, and so is every attempt to change', async () => {
    await above.get(path);
    await above.patch(
      path,
      { mfa: 'everybody' },
      {
        ifMatch: '*',
        headers: { 'canopy-purpose': 'page' },
      },
    );
    await above.post(world.at('acme', '/lock'), undefined, {
      headers: { 'canopy-purpose': 'page' },
    });

    expect(await denied()).toBe(2);
  });
});
