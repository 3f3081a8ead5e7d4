import { expect, test } from 'vitest';
import { Visits } from '../../client/home/visits.svelte.ts';
import type { Store } from '../../client/core/persisted.svelte.ts';
import { newId } from '../../server/core/new-id.ts';

const MINUTE = 60_000;

function newStore(): Store & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

test('who comes back within half an hour goes on with the same visit', () => {
  const store = newStore();
  const begin = Date.parse('2026-03-02T08:00:00Z');
  const at = (minutes: number) => {
    const visits = new Visits('ann', () => store);
    visits.cameHome(begin + minutes * MINUTE);
    return visits.before;
  };

  expect([at(0), at(20), at(90), at(100)]).toEqual([
    null,
    null,
    begin + 20 * MINUTE,
    begin + 20 * MINUTE,
  ]);
});

test('what was opened last comes first, once, and each person has their own', () => {
  const store = newStore();
  const ids = Array.from({ length: 10 }, () => newId());
  const visits = new Visits('ann', () => store);

  for (const id of ids) visits.opened(id);
  visits.opened(ids[5] ?? '');

  expect(visits.recent.slice(0, 3)).toEqual([ids[5], ids[9], ids[8]]);
  expect(visits.recent).toHaveLength(8);
  expect(new Visits('ben', () => store).recent).toEqual([]);
  expect(JSON.stringify([...store.values.values()])).not.toMatch(/displayName/);
});

test('what was kept in another form counts as nothing', () => {
  const store = newStore();
  store.setItem('canopy:visits:ann', JSON.stringify({ lastAt: 'yesterday', recent: ['x'] }));

  expect(new Visits('ann', () => store)).toMatchObject({ recent: [], before: null });
});
