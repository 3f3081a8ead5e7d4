import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formatDay } from '../../client/core/format.ts';
import { serverTime, setByAnswer } from '../../client/core/server-clock.ts';
import { isLocked } from '../../client/accounts/locked.ts';
import { setClock, now } from '../../client/ui/clock.ts';
import { relativeTime } from '../../client/ui/relative-time.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const truth = Date.parse('2026-03-03T12:00:00Z');
const at = (time: number) => new Date(time).toISOString();

/** A computer whose clock is wrong by so much, and which has just been answered by the server. */
function onComputer({ wrongBy }: { wrongBy: number }): void {
  vi.setSystemTime(truth + wrongBy);
  setByAnswer(new Date(truth).toUTCString(), Date.now() - 40, Date.now());
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  setClock(serverTime);
});
afterEach(() => {
  onComputer({ wrongBy: 0 });
  vi.useRealTimers();
  setClock(Date.now);
});

describe.each([
  ['right', 0],
  ['ten minutes slow', -10 * MINUTE],
  ['ten minutes fast', 10 * MINUTE],
  ['three days fast', 3 * DAY],
])('on a computer whose clock is %s', (_, wrongBy) => {
  test('what was made now was made just now, today', () => {
    onComputer({ wrongBy });

    expect(relativeTime(truth, now())).toBe('just now');
    expect(formatDay(at(truth))).toBe('Today');
  });

  test('an account is locked until the server’s clock says that it is not', () => {
    onComputer({ wrongBy });

    expect(isLocked({ lockedUntil: at(truth + 5 * MINUTE) })).toBe(true);
    expect(isLocked({ lockedUntil: at(truth - 5 * MINUTE) })).toBe(false);
  });
});

test('a clock that may be right is left alone, whatever the way of the answer took', () => {
  vi.setSystemTime(truth);
  setByAnswer(new Date(truth).toUTCString(), truth - 3_000, truth);

  expect(serverTime()).toBe(truth);
});
