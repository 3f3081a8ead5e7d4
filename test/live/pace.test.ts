import { describe, expect, test } from 'vitest';
import { Pace } from '../../server/live/pace.ts';

/** A pace on a clock that only the test moves. */
function paced() {
  let now = 1_000;
  const pace = new Pace(() => now);
  const pass = (ms: number) => {
    now += ms;
  };
  const sendFor = (ms: number) => {
    pace.run(() => {
      pass(ms);
    });
  };
  return { pace, pass, sendFor };
}

describe('[L10] the pace of sending', () => {
  test('is not held up before the first, nor where sending costs nothing', () => {
    const { pace, sendFor } = paced();
    expect(pace.wait).toBe(0);
    sendFor(0);
    expect(pace.wait).toBe(0);
  });

  test.each([
    [0.5, 1],
    [4, 8],
    [8, 16],
    [300, 16],
  ])('rests after sending for %d ms: for %d', (cost, rest) => {
    const { pace, pass, sendFor } = paced();
    sendFor(cost);
    expect(pace.wait).toBe(rest);
    pass(rest);
    expect(pace.wait).toBe(0);
  });

  test('rests after what failed, too', () => {
    const { pace, pass } = paced();
    expect(() => {
      pace.run(() => {
        pass(4);
        throw new Error('A socket broke.');
      });
    }).toThrow('A socket broke.');
    expect(pace.wait).toBe(8);
  });
});
