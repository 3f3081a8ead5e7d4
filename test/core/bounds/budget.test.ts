import { describe, expect, test } from 'vitest';
import { Budget, MOST_KEYS } from '../../../server/core/bounds/budget.ts';

/** A budget of three, and one more each second. */
function createBudget(all?: { burst: number; every: number }) {
  const time = { now: 0 };
  const limits = { each: { burst: 3, every: 1_000 }, ...(all && { all }) };
  return { budget: new Budget(limits, () => time.now), time };
}

const takeMany = (budget: Budget, key: string, times: number) =>
  Array.from({ length: times }, () => budget.take(key));

describe('a budget', () => {
  test('gives so much at once, and says how long to wait for more', () => {
    const { budget, time } = createBudget();

    expect(takeMany(budget, 'a', 4)).toEqual([0, 0, 0, 1]);
    time.now += 1_000;
    expect(takeMany(budget, 'a', 2)).toEqual([0, 1]);
  });

  test('takes nothing where it refuses', () => {
    const { budget, time } = createBudget();
    takeMany(budget, 'a', 100);

    time.now += 3_000;

    expect(takeMany(budget, 'a', 4)).toEqual([0, 0, 0, 1]);
  });

  test('is of each key', () => {
    const { budget } = createBudget();
    takeMany(budget, 'a', 4);

    expect(budget.take('b')).toBe(0);
  });

  test('is of all keys together too, where that is bounded', () => {
    const { budget } = createBudget({ burst: 4, every: 60_000 });

    const answers = ['a', 'b', 'c', 'd', 'e'].map((key) => budget.take(key));

    expect(answers).toEqual([0, 0, 0, 0, 60]);
  });

  test('is not washed out by a crowd of new keys', () => {
    const { budget } = createBudget();
    takeMany(budget, 'a', 4);

    for (let at = 0; at < MOST_KEYS + 100; at += 1) budget.take(`new ${at}`);

    expect(budget.take('a')).toBe(1);
    expect(budget.size).toBeLessThanOrEqual(MOST_KEYS + 1);
  });

  test('counts keys beyond what it remembers as one, until others are whole again', () => {
    const { budget, time } = createBudget();
    for (let at = 0; at < MOST_KEYS; at += 1) budget.take(`new ${at}`);

    expect(['x', 'y', 'z', 'w'].map((key) => budget.take(key))).toEqual([0, 0, 0, 1]);
    time.now += 2_000;
    expect(budget.take('w')).toBe(0);
    expect(budget.size).toBeLessThan(10);
  });

  test('charges what was done already, and says how long to wait', () => {
    const { budget, time } = createBudget();

    expect([budget.charge('a', 2), budget.charge('a', 4)]).toEqual([0, 3_000]);
    time.now += 3_000;
    expect(budget.charge('a', 0)).toBe(0);
  });
});
