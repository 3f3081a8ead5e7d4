import { flushSync } from 'svelte';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { AuditLog } from '../../client/audit/audit-log.svelte.ts';
import type { Chosen } from '../../client/audit/chosen.ts';
import { Api } from '../../client/core/api.ts';
import type { Live } from '../../client/live/live.svelte.ts';
import { shareWorld } from '../support/world.ts';

const world = await shareWorld();
const { founder } = world;

beforeAll(() => {
  vi.stubGlobal('window', new EventTarget()); // signs of attention, of which there are none here
  vi.stubGlobal('document', { hidden: true });
});
afterAll(() => vi.unstubAllGlobals());

async function edit(times: number): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    await founder.patch(world.at('alder'), { description: String(index) }, { ifMatch: '*' });
  }
}

interface OpenLog {
  list: AuditLog['list'];
  /** Tells it that something changed. */
  changed: () => void;
  /** What it has asked for so far. */
  asked: string[];
}

/** An audit that somebody looks at, until the test is over. */
function open(chosen: Chosen = {}): OpenLog {
  const headers = { cookie: founder.cookie, origin: founder.origin };
  const asked: string[] = [];
  const api = new Api((path, init) => {
    asked.push(path as string);
    return fetch(`${founder.url}${path as string}`, {
      ...init,
      headers: { ...init?.headers, ...headers },
    });
  });
  let changed: (changes: readonly object[]) => void = () => undefined;
  const onChanges = (listener: typeof changed) => {
    changed = listener;
    return () => undefined;
  };
  const live = { onChanges, onConnected: () => () => undefined } as unknown as Live;
  const { list } = new AuditLog(api, live, { at: undefined, organisationId: undefined, chosen });
  const stop = $effect.root(() => {
    $effect(() => {
      void list.state;
    });
  });
  onTestFinished(stop);
  flushSync();
  return {
    list,
    asked,
    changed: () => {
      changed([{}]);
    },
  };
}

test('an audit that was read further stays as long when much is new', async () => {
  await edit(120);
  const { list, changed } = open();
  await expect.poll(() => list.items.length).toBe(50);
  await list.more();
  expect(list.items.length).toBe(100);
  const newest = list.items[0]?.seq ?? 0;

  await edit(60);
  changed();

  await expect.poll(() => list.items[0]?.seq).toBeGreaterThanOrEqual(newest + 60);
  expect(list.items.length).toBe(100);
});

test('a search of a long audit goes on to the end, and not again for every change', async () => {
  const { em } = world;
  const [first] = await em.execute<{ action: string }[]>(
    'select * from audit_records order by seq limit 1',
  );
  const far = { ...first, seq: 120_000, action: 'another' }; // further than one answer searches
  const columns = Object.keys(far);
  await em.execute(
    `insert into audit_records (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    Object.values(far),
  );
  const { list, changed, asked } = open({ action: first?.action, outcome: 'done' });
  await expect.poll(() => list.state).toBe('ready');
  expect(list.items.map(({ action }) => action)).toEqual([first?.action]);
  const before = asked.length;

  for (const looks of [1, 2, 3]) {
    changed();
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(before + looks);
  }

  expect(asked.slice(before).filter((path) => path.includes('cursor='))).toEqual([]);
});
