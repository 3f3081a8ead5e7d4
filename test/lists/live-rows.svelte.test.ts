import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Session } from '../../client/core/session.svelte.ts';
import { LiveRows } from '../../client/lists/live-rows.svelte.ts';
import type { Live } from '../../client/live/live.svelte.ts';
import type { Change } from '../../shared/live/contract.ts';

interface Thing {
  id: string;
}

/** Rows over a list held here, with the changes that the live store would announce after it. */
function follow() {
  let listener: (changes: readonly Change[]) => void = () => undefined;
  let records = $state.raw<readonly Thing[]>([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  const live = {
    onChanges: (given: typeof listener) => {
      listener = given;
      return () => undefined;
    },
  } as unknown as Live;
  const rows = new LiveRows<Thing>({
    live,
    session: { accountId: 'me' } as Session,
    read: () => records,
    concerns: ({ id }) => id,
    removes: ({ op }) => op === 'delete',
  });
  const seen: { ids: string[]; by: (string | undefined)[] } = { ids: [], by: [] };
  const end = $effect.root(() => {
    $effect(() => {
      seen.ids = rows.all.map(({ id }) => id);
      seen.by = rows.all.map(({ deed }) => deed?.displayName);
    });
  });
  flushSync();
  return {
    seen,
    end,
    happen(op: Change['op'], id: string, by: string, left: readonly Thing[]) {
      records = left;
      listener([{ op, id, actor: { id: by, displayName: by } } as Change]);
      flushSync();
    },
  };
}

describe('the rows of a live list', () => {
  let list: ReturnType<typeof follow>;

  beforeEach(() => {
    vi.useFakeTimers();
    list = follow();
  });
  afterEach(() => {
    list.end();
    vi.useRealTimers();
  });

  test('keep in its place, for a moment, what somebody else removed', () => {
    list.happen('delete', 'b', 'ann', [{ id: 'a' }, { id: 'c' }]);

    expect(list.seen).toEqual({ ids: ['a', 'b', 'c'], by: [undefined, 'ann', undefined] });

    vi.runAllTimers();
    flushSync();

    expect(list.seen.ids).toEqual(['a', 'c']);
  });

  test('name who changed one, until it is old', () => {
    list.happen('update', 'c', 'ann', [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);

    expect(list.seen.by).toEqual([undefined, undefined, 'ann']);

    vi.runAllTimers();
    flushSync();

    expect(list.seen.by).toEqual([undefined, undefined, undefined]);
  });

  test('show one’s own deeds as they are', () => {
    list.happen('delete', 'b', 'me', [{ id: 'a' }, { id: 'c' }]);

    expect(list.seen).toEqual({ ids: ['a', 'c'], by: [undefined, undefined] });
  });
});
