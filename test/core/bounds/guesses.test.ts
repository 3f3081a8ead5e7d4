import { describe, expect, test } from 'vitest';
import { Guesses, MOST_PAIRS } from '../../../server/core/bounds/guesses.ts';
import { HOUR, MINUTE } from '../../../server/core/clock.ts';

function createGuesses() {
  const time = { now: 0 };
  const guesses = new Guesses(() => time.now, 30 * MINUTE);
  const fail = (pair: string, times: number) => {
    for (let at = 0; at < times; at += 1) guesses.failed(pair);
  };
  return { guesses, time, fail };
}

describe('a pair that guesses', () => {
  test('waits after five failures, and is not pushed out by failures elsewhere', () => {
    const { guesses, fail } = createGuesses();
    fail('a', 10);

    for (let at = 0; at < 3 * MOST_PAIRS; at += 1) guesses.failed(`made up ${at}`);

    expect(guesses.waitSeconds('a')).toBe(32);
    expect(guesses.size).toBeLessThanOrEqual(MOST_PAIRS + 1);
  });

  test('gains nothing by five guesses each quarter of an hour', () => {
    const { guesses, time, fail } = createGuesses();
    fail('a', 5);
    time.now += 15 * MINUTE;
    fail('a', 5);

    expect(guesses.waitSeconds('a')).toBe(32);
  });

  test('[S10] waits for five minutes at most, and is free within a day', () => {
    const { guesses, time, fail } = createGuesses();
    fail('a', 1_000);

    expect(guesses.waitSeconds('a')).toBe(300);
    time.now += 24 * HOUR;
    fail('a', 1);
    expect(guesses.waitSeconds('a')).toBe(0);
  });

  test('makes only so many attempts at once', async () => {
    const { guesses } = createGuesses();
    const { promise, resolve } = Promise.withResolvers<number>();

    const attempts = Array.from({ length: 30 }, () => guesses.inTurn('a', () => promise));
    resolve(1);
    const outcomes = await Promise.allSettled(attempts);

    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(guesses.size).toBe(0);
  });
});
