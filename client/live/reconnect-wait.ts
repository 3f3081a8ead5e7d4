const FIRST = 500;
const GROWTH = 1.5;
const LONGEST = 10_000;

/**
 * How long to wait before taking up a lost line again, in milliseconds: full jitter, since after a
 * restart of the server everybody comes back at once. The longest wait grows slowly: of a thousand
 * clients, one always draws it, and doubled waits would leave that one out for longer than the
 * restart took.
 */
export function reconnectWait(attempt: number): number {
  return Math.random() * Math.min(LONGEST, FIRST * GROWTH ** attempt);
}
