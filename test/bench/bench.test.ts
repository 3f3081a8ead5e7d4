import { describe, expect, test } from 'vitest';
import { indexesIn, markOf } from './support/load-protocol.ts';
import { drawTable, holds, toJson } from './support/report.ts';
import { dueAt, keep, now } from './support/schedule.ts';
import { latenciesOf, median } from './support/statistics.ts';

describe('the figures of a benchmark', () => {
  test('are percentiles by nearest rank', () => {
    const durations = Array.from({ length: 200 }, (_, index) => 200 - index);

    expect(latenciesOf(durations)).toEqual({
      count: 200,
      p50: 100,
      p95: 190,
      p99: 198,
      most: 200,
    });
  });

  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('have %j in the middle at %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  test('hold, miss, or have no goal', () => {
    const figure = { what: 'p99', value: 40, unit: 'ms' } as const;

    expect(holds({ ...figure, goal: { most: 40 } })).toBe(true);
    expect(holds({ ...figure, goal: { least: 41 } })).toBe(false);
    expect(holds(figure)).toBeNull();
  });

  test('are drawn with their goals, and told to programs', () => {
    const figures = [{ what: 'p99', value: 41, unit: 'ms' as const, goal: { most: 40 } }];
    const result = { name: 'live', about: 'edits', figures };

    expect(drawTable(result)).toMatch(/p99 +41 ms +≤ 40 ms +MISSED/);
    expect(JSON.parse(toJson([result], 0))).toMatchObject({ live: [{ value: 41, holds: false }] });
  });
});

describe('the load client', () => {
  test('finds every edit that a frame tells of', () => {
    const frame = Buffer.from(`42["changes",["${markOf(7)}","other","${markOf(123456)}"]]`);

    expect(indexesIn(frame)).toEqual([7, 123456]);
    expect(indexesIn(Buffer.from('42["presence",{}]'))).toEqual([]);
  });
});

describe('a schedule', () => {
  test('sends each in order, and none before it is due', async () => {
    const schedule = { startAt: now() + 5, intervalMs: 2, count: 10 };
    const early: number[] = [];
    const sent: number[] = [];

    await keep(schedule, (index) => {
      sent.push(index);
      if (now() < dueAt(schedule, index)) early.push(index);
    });

    expect(sent).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(early).toEqual([]);
  });
});
