import { describe, expect, test } from 'vitest';
import { fits, type Column } from '../../client/ui/table.ts';

const columns: readonly Column[] = [
  { key: 'what', label: 'What' },
  { key: 'who', label: 'Who', width: 10 },
  { key: 'changed', label: 'Changed', width: 14, grows: true, rank: 3 },
  { key: 'from', label: 'From', rank: 4 },
  { key: 'when', label: 'When', rank: 2 },
];

describe('the columns of a table', () => {
  test('hide one by one, those of the highest rank first, and the first never', () => {
    const shownFrom = [...fits(columns)].map(([key, { from }]) => [key, from]);

    expect(shownFrom).toEqual([
      ['what', undefined],
      ['who', undefined],
      ['changed', 48],
      ['from', 56],
      ['when', undefined],
    ]);
  });

  test('leave the first one its room, and what acts upon rows too', () => {
    const own = new Map(columns.map(({ key, width }) => [key, key === 'what' ? 16 : (width ?? 8)]));

    for (const beside of [0, 3, 7]) {
      const fit = fits(columns, beside);
      for (const at of [40, 44, 48, 52, 56, 60, 64]) {
        const shown = columns.filter(({ key }) => (fit.get(key)?.from ?? 0) <= at);
        const needed = shown.reduce((sum, { key }) => sum + (own.get(key) ?? 0), beside);
        expect(needed, `at ${String(at)}rem`).toBeLessThanOrEqual(at);
      }
    }
  });
});
