import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { ListSelection } from '../../client/lists/selection/list-selection.svelte.ts';

type Arguments = ConstructorParameters<typeof ListSelection>;
type Listener = (changes: readonly object[]) => void;

/** A list of which so many rows are shown, at an organisation that others change too. */
function begin(shown: number, total = shown) {
  let tell: Listener = () => undefined;
  let sought = '';
  const around = {
    organisationId: 'alder',
    session: { accountId: 'ann' },
    live: {
      onChanges: (listener: Listener) => {
        tell = listener;
        return () => undefined;
      },
    },
  };
  const rows = Array.from({ length: shown }, (_, index) => ({
    id: `row ${index}`,
    record: { displayName: `Weser ${index}` },
  }));
  const list = {
    around,
    resource: 'organisation',
    rows,
    pages: { count: { total, isCapped: total > 10_000 } },
    state: { isBranch: true },
    get whole() {
      return { path: '/api/organisations/alder/children', query: { q: sought } };
    },
  };
  const selection = new ListSelection(list as unknown as Arguments[0]);
  selection.show();
  return {
    selection,
    rows,
    seek: (text: string) => (sought = text),
    leaves: (id: string, by: string) => {
      const actor = { id: by, displayName: by };
      tell([{ op: 'leave', resource: 'organisation', id, path: [], fields: {}, actor }]);
    },
  };
}

describe('a selection of rows', () => {
  test('means the list as a whole only where all that are shown were ticked before', () => {
    const { selection, rows } = begin(2, 120);
    selection.ids.add('row 0');
    expect(selection.more).toBeUndefined();

    for (const { id } of rows) selection.ids.add(id);
    expect(selection.more).toBe(120);
    selection.chooseWhole();

    expect(selection).toMatchObject({ isWhole: true, count: 120 });
    expect(selection.meant).toMatchObject({ list: { path: '/api/organisations/alder/children' } });
    selection.ids.delete('row 1');
    expect(selection.meant).toEqual({ ids: ['row 0'] });
  });

  test('means those that were ticked once another list is asked for', () => {
    const { selection, rows, seek } = begin(2, 120);
    for (const { id } of rows) selection.ids.add(id);
    selection.chooseWhole();

    seek('Weser');

    expect(selection).toMatchObject({ isWhole: false, meant: { ids: ['row 0', 'row 1'] } });
  });

  test('offers no list that is longer than can be changed at once', () => {
    const { selection, rows } = begin(2, 10_001);
    for (const { id } of rows) selection.ids.add(id);

    expect(selection.more).toBeUndefined();
  });

  test('loses what others take away, and says so', () => {
    const { selection, leaves } = begin(3);
    const end = $effect.root(() => {
      $effect(() => void selection.count);
    });
    flushSync();
    for (const id of ['row 0', 'row 1', 'row 2']) selection.ids.add(id);

    leaves('row 1', 'ann');
    expect(selection.lost).toBeUndefined();
    leaves('row 2', 'bob');

    expect([...selection.ids]).toEqual(['row 0']);
    expect(selection.lost).toEqual({ name: 'Weser 2', who: 'bob' });
    end();
  });
});
