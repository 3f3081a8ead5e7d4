import { describe, expect, test } from 'vitest';
import type { ChangeRow } from '../../server/core/changes/change.entity.ts';
import { MOST_RECENT, RecentRows } from '../../server/live/recent-rows.ts';

const row = (seq: number) => ({ seq }) as ChangeRow;
const seqs = (rows: readonly { seq: number }[] | null) => rows?.map(({ seq }) => seq) ?? null;

describe('the end of the log in memory', () => {
  test('holds what came after a number, holes and all', () => {
    const recent = new RecentRows();
    recent.startAt(4);
    recent.push([row(5), row(7), row(8)]);

    expect(seqs(recent.between(4, 8))).toEqual([5, 7, 8]);
    expect(seqs(recent.between(5, 7))).toEqual([7]);
    expect(seqs(recent.between(6, 6))).toEqual([]);
    expect(seqs(recent.between(8, 9))).toEqual([]);
  });

  test('does not answer for what is older than it reaches', () => {
    const recent = new RecentRows();
    recent.startAt(4);

    expect(recent.between(3, 4)).toBeNull();
  });

  test('drops the oldest, and then does not answer for them', () => {
    const recent = new RecentRows();
    recent.startAt(0);
    recent.push(Array.from({ length: 3 * MOST_RECENT }, (_, index) => row(index + 1)));
    const { length } = recent.between(2 * MOST_RECENT, 3 * MOST_RECENT) ?? [];

    expect(length).toBe(MOST_RECENT);
    expect(recent.between(2 * MOST_RECENT - 1, 3 * MOST_RECENT)).toBeNull();
  });
});
