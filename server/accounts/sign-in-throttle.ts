import { MINUTE } from '../core/clock.ts';

const FREE_ATTEMPTS = 5;
const FORGET_AFTER = 15 * MINUTE;
const LONGEST_WAIT = 5 * MINUTE;
const MOST_PAIRS = 10_000;

interface Attempts {
  failures: number;
  last: number;
}

/**
 * Slows guessing down: each (address, account) pair has five free failures, then waits that
 * double up to five minutes. Pairs, so that nobody slows somebody else down. Against guesses from
 * many addresses at once there is the lock (`lock.ts`).
 */
export class SignInThrottle {
  readonly #attempts = new Map<string, Attempts>();
  readonly #turns = new Map<string, Promise<void>>();

  /** Lets the attempts of a pair take turns, so that guesses made at once count one by one. */
  async inTurn<T>(address: string, email: string, attempt: () => Promise<T>): Promise<T> {
    const pair = key(address, email);
    const turn = (this.#turns.get(pair) ?? Promise.resolve()).then(attempt);
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(pair, over);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(pair) === over) this.#turns.delete(pair);
    }
  }

  /** Seconds that this pair still has to wait; 0 when it may try. */
  waitSeconds(address: string, email: string, now: Date): number {
    const known = this.#attempts.get(key(address, email));
    if (!known || known.failures < FREE_ATTEMPTS) return 0;
    const wait = Math.min(1000 * 2 ** (known.failures - FREE_ATTEMPTS), LONGEST_WAIT);
    return Math.max(0, Math.ceil((known.last + wait - now.getTime()) / 1000));
  }

  failed(address: string, email: string, now: Date): void {
    const pair = key(address, email);
    const known = this.#attempts.get(pair);
    const isRecent = known && now.getTime() - known.last < FORGET_AFTER;
    this.#attempts.delete(pair);
    this.#attempts.set(pair, {
      failures: isRecent ? known.failures + 1 : 1,
      last: now.getTime(),
    });
    const oldest = this.#attempts.keys().next().value;
    if (this.#attempts.size > MOST_PAIRS && oldest !== undefined) this.#attempts.delete(oldest);
  }

  succeeded(address: string, email: string): void {
    this.#attempts.delete(key(address, email));
  }
}

function key(address: string, email: string): string {
  return `${address} ${email}`;
}
