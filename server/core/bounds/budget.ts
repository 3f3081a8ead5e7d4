/** So much at once, and one more each time that so many milliseconds have passed. */
export interface Allowance {
  burst: number;
  every: number;
}

export interface Limits {
  /** What each key may spend. */
  each: Allowance;
  /** What all keys together may spend; without it they are bounded by `each` alone. */
  all?: Allowance;
}

/** The most keys that are remembered; more than that share one allowance. */
export const MOST_KEYS = 20_000;

/** Keys beyond what is remembered count as one, so that a crowd of new ones washes nobody out. */
const OTHERS = '\0others';

/**
 * A budget by key: an account, a network, a recipient. A key whose allowance is whole again is
 * forgotten; one that still owes is kept, however many new ones come. Time is monotonic.
 */
export class Budget {
  readonly #limits: Limits;
  readonly #elapsed: () => number;
  /** By key, when its allowance will be whole again. */
  readonly #wholeAt = new Map<string, number>();
  #allWholeAt = -Infinity;
  #sweptAt = -Infinity;

  constructor(limits: Limits, elapsed: () => number) {
    this.#limits = limits;
    this.#elapsed = elapsed;
  }

  get size(): number {
    return this.#wholeAt.size;
  }

  /**
   * The budget takes it and answers 0, or takes nothing and answers the seconds until it may be
   * tried again.
   */
  take(key: string, cost = 1): number {
    const { each, all } = this.#limits;
    const now = this.#elapsed();
    const own = this.#place(key, now);
    const wait = Math.max(
      waitFor(each, this.#wholeAt.get(own), now, cost),
      all ? waitFor(all, this.#allWholeAt, now, cost) : 0,
    );
    if (wait > 0) return Math.ceil(wait / 1_000);
    this.#spend(own, now, cost);
    return 0;
  }

  /**
   * The budget takes it in any case, for work that is done already; the milliseconds to wait before
   * more.
   */
  charge(key: string, cost: number): number {
    const { each, all } = this.#limits;
    const now = this.#elapsed();
    const own = this.#place(key, now);
    this.#spend(own, now, cost);
    const debt = waitFor(each, this.#wholeAt.get(own), now, 0);
    return Math.max(0, debt, all ? waitFor(all, this.#allWholeAt, now, 0) : 0);
  }

  #spend(key: string, now: number, cost: number): void {
    const { each, all } = this.#limits;
    this.#wholeAt.set(key, Math.max(now, this.#wholeAt.get(key) ?? now) + cost * each.every);
    if (all) this.#allWholeAt = Math.max(now, this.#allWholeAt) + cost * all.every;
  }

  #place(key: string, now: number): string {
    if (this.#wholeAt.has(key) || this.#wholeAt.size < MOST_KEYS) return key;
    if (now - this.#sweptAt >= 1_000) this.#sweep(now);
    return this.#wholeAt.size < MOST_KEYS ? key : OTHERS;
  }

  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const [key, wholeAt] of this.#wholeAt) if (wholeAt <= now) this.#wholeAt.delete(key);
  }
}

function waitFor({ burst, every }: Allowance, wholeAt = -Infinity, now: number, cost: number) {
  return Math.max(now, wholeAt) + cost * every - burst * every - now;
}
