import { describe, test } from 'vitest';
import { measureBoard } from './board.ts';
import { measureFanOut } from './fan-out.ts';
import { measurePage } from './page.ts';
import { measureSoak } from './soak.ts';
import { type Figure, holds } from './support/report.ts';

/** That the benchmarks run, with sizes at which their figures say nothing. */
describe.concurrent('benchmarks of very small sizes', { timeout: 120_000 }, () => {
  test('measure the fan-out', async ({ expect }) => {
    const figures = await measureFanOut({ runs: 1, sockets: 2, events: 2, commits: 4 });

    expect(numbered(figures)).toBe(true);
    expect(withGoals(figures)).toHaveLength(2);
  });

  test('measure memory', async ({ expect }) => {
    const frozen = { perSecond: 100, forMs: 300 };
    const size = { runs: 1, warmUpRounds: 1, few: 1, many: 2, steady: 3, frozen };
    const figures = await measureSoak(size, 0.004);

    expect(numbered(figures)).toBe(true);
    expect(withGoals(figures)).toHaveLength(5);
  });

  test('measure the page', async ({ expect }) => {
    const figures = await measurePage({ runs: 1, nodes: 40, scrollMs: 100 });

    expect(numbered(figures)).toBe(true);
    expect(withGoals(figures)).toHaveLength(4);
  });

  test('measure the board', async ({ expect }) => {
    const size = { runs: 1, onboardings: 20, changes: 2, perSecond: 5, forMs: 100 };
    const figures = await measureBoard(size);

    expect(numbered(figures)).toBe(true);
    expect(withGoals(figures)).toHaveLength(3);
  });
});

/** All but ratios, which may be of nothing to nothing here. */
function numbered(figures: Figure[]): boolean {
  const measured = figures.filter(({ unit }) => unit !== '×');
  return measured.length > 0 && measured.every(({ value }) => Number.isFinite(value));
}

function withGoals(figures: Figure[]): Figure[] {
  return figures.filter((figure) => holds(figure) !== null);
}
