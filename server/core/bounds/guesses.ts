import { MINUTE, SECOND } from '../clock.ts';
import { Lines } from './lines.ts';

/** Failures that cost nothing. */
export const FREE_FAILURES = 5;
/** The wait doubles with each failure, up to this. */
export const LONGEST_WAIT = 5 * MINUTE;
/** More failures than these are not counted: whoever stops is free again within a day. */
const MOST_COUNTED = 40;
/** Pairs with few failures that are remembered, and pairs that have to wait. */
export const MOST_PAIRS = 20_000;
/** Attempts of one pair that may wait for their turn. */
const MOST_IN_LINE = 20;

interface Attempts {
  failures: number;
  last: number;
}

/**
 * The throttle slows guessing at one kind of secret down, by (who guesses, at what). Pairs that
 * have to wait are kept apart from those with a few failures, so that no number of cheap failures
 * elsewhere pushes one of them out. Time is monotonic: no clock that is set back makes anybody wait
 * for longer.
 */
export class Guesses {
  readonly #elapsed: () => number;
  /** One failure is forgiven in this time, so that a few guesses now and then add up. */
  readonly #forgivenAfter: number;
  readonly #few = new Map<string, Attempts>();
  readonly #slowed = new Map<string, Attempts>();
  readonly #lines = new Lines(MOST_IN_LINE);

  constructor(elapsed: () => number, forgivenAfter: number) {
    this.#elapsed = elapsed;
    this.#forgivenAfter = forgivenAfter;
  }

  get size(): number {
    return this.#few.size + this.#slowed.size + this.#lines.size;
  }

  /**
   * The server lets the attempts of a pair take turns, so that guesses made at once count one by
   * one.
   */
  inTurn<T>(pair: string, attempt: () => Promise<T>): Promise<T> {
    return this.#lines.inTurn(pair, attempt);
  }

  /** Seconds that this pair still has to wait; 0 when it may try. */
  waitSeconds(pair: string): number {
    const known = this.#slowed.get(pair);
    if (!known) return 0;
    const now = this.#elapsed();
    const failures = this.#levelOf(known, now);
    if (failures < FREE_FAILURES) return 0;
    const wait = Math.min(SECOND * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT);
    return Math.max(0, Math.ceil((known.last + wait - now) / SECOND));
  }

  failed(pair: string): void {
    const now = this.#elapsed();
    const known = this.#slowed.get(pair) ?? this.#few.get(pair);
    const failures = Math.min(MOST_COUNTED, (known ? this.#levelOf(known, now) : 0) + 1);
    this.succeeded(pair);
    const kept = failures >= FREE_FAILURES ? this.#slowed : this.#few;
    kept.set(pair, { failures, last: now });
    dropOldest(kept);
  }

  succeeded(pair: string): void {
    this.#few.delete(pair);
    this.#slowed.delete(pair);
  }

  #levelOf({ failures, last }: Attempts, now: number): number {
    return Math.max(0, failures - Math.floor((now - last) / this.#forgivenAfter));
  }
}

/**
 * The server drops many at a time: the oldest key of a map costs more to find the more were deleted
 * before it.
 */
function dropOldest(pairs: Map<string, Attempts>): void {
  if (pairs.size <= MOST_PAIRS) return;
  let left = MOST_PAIRS / 10;
  for (const pair of pairs.keys()) {
    if (left <= 0) return;
    pairs.delete(pair);
    left -= 1;
  }
}
