import { describe, expect, test, vi } from 'vitest';
import { ChunkMissing, Chunks } from '../../client/core/chunks.svelte.ts';

/** The parts of a page of one release, in a tab that may have started over from it before. */
function partsOf({ startedOver }: { startedOver: string | null }) {
  const kept = new Map(startedOver === null ? [] : [['canopy:started-over', startedOver]]);
  const starts: string[] = [];
  const chunks = new Chunks({
    reach: () => Promise.resolve(),
    startOver: () => starts.push('over'),
    release: 'this one',
    store: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    }),
  });
  return { chunks, starts };
}

const missing = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

/** What became of it by the time that all others had their turn. */
async function outcomeOf(coming: Promise<unknown>): Promise<string> {
  const told = coming.then(
    () => 'there',
    (error: unknown) => (error instanceof ChunkMissing ? 'missing' : 'another fault'),
  );
  const turns = new Promise<string>((resolve) => {
    setImmediate(() => setImmediate(resolve, 'awaited'));
  });
  return Promise.race([told, turns]);
}

describe('a part that the server does not have', () => {
  test('has the page start over, and is awaited until it goes', async () => {
    const { chunks, starts } = partsOf({ startedOver: 'an older one' });

    expect(await outcomeOf(chunks.load(missing))).toBe('awaited');
    expect(starts).toHaveLength(1);
  });

  test('is like others that are missing at the same time: one start, and no fault', async () => {
    const { chunks, starts } = partsOf({ startedOver: null });

    const outcomes = await Promise.all([
      outcomeOf(chunks.load(missing)),
      outcomeOf(chunks.load(missing)),
    ]);

    expect(outcomes).toEqual(['awaited', 'awaited']);
    expect(starts).toHaveLength(1);
  });

  test('is missing where somebody was asked whether to go, and stayed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { chunks } = partsOf({ startedOver: null });
    void chunks.load(missing);
    await outcomeOf(chunks.load(missing));
    vi.runAllTimers();

    expect(await outcomeOf(chunks.load(missing))).toBe('missing');
    vi.useRealTimers();
  });

  test('is missing for good where starting over brought it not', async () => {
    const { chunks, starts } = partsOf({ startedOver: 'this one' });

    expect(await outcomeOf(chunks.load(missing))).toBe('missing');
    expect(starts).toEqual([]);
  });
});
