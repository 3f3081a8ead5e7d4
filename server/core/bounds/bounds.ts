import type { Said } from '../../../shared/core/words/said.ts';
import { type Clock, MINUTE, SECOND } from '../clock.ts';
import { Budget, type Limits } from './budget.ts';
import { FairQueue } from './fair-queue.ts';
import { Guesses } from './guesses.ts';
import { tooMany } from './too-many.ts';

/**
 * What may be spent of what, on each node. Each purpose has a budget of its own, so that spending
 * one cannot empty another. `docs/bounds.md` says of each what it bounds, and a test holds it to.
 */
export const budgets = {
  /** Audit records that people without a session cause; by network. */
  'strangers-records': {
    each: { burst: 60, every: MINUTE },
    all: { burst: 600, every: 5 * SECOND },
  },
  /** Audit records of attempts at one account, by who is not signed in; by account. */
  'attempts-records': {
    each: { burst: 60, every: MINUTE },
    all: { burst: 3_000, every: SECOND },
  },
  /** Audit records of attempts that were refused for want of a right; by account. */
  'denied-records': {
    each: { burst: 60, every: SECOND },
    all: { burst: 3_000, every: SECOND / 10 },
  },
  /** The same refused attempt of one account at one place: it is on record once a minute. */
  'same-denial': { each: { burst: 1, every: MINUTE } },
  /** Ways to a provider and challenges for passkeys that are begun; by network, or by account. */
  'sign-in-starts': {
    each: { burst: 60, every: SECOND },
    all: { burst: 5_000, every: SECOND / 50 },
  },
  /** Links to another password that strangers ask for; by network. */
  'reset-requests': {
    each: { burst: 60, every: 30 * SECOND },
    all: { burst: 1_000, every: SECOND / 5 },
  },
  /** Mails that strangers make us send to one account. */
  'reset-mails': { each: { burst: 5, every: 10 * MINUTE } },
  /** Mails that one account makes us send to people whom it administers. */
  mails: { each: { burst: 100, every: 30 * SECOND } },
  /** The same to one recipient; by account and recipient. */
  'mails-to-one': { each: { burst: 5, every: 10 * MINUTE } },
  /** Requests for access that one account makes at one organisation: each mails those inside. */
  'access-requests': { each: { burst: 10, every: 10 * MINUTE } },
  /** Changes of many rows that one account starts. */
  'bulk-jobs': { each: { burst: 30, every: 10 * SECOND } },
  /** Files that one account announces. */
  uploads: { each: { burst: 100, every: 5 * SECOND } },
  /** Rows of the change log that are read for one account's sockets. */
  'log-reads': {
    each: { burst: 100_000, every: SECOND / 10_000 },
    all: { burst: 400_000, every: SECOND / 40_000 },
  },
} as const satisfies Record<string, Limits>;

export type BudgetName = keyof typeof budgets;

/**
 * The secrets that can be guessed at, and how soon one failure is forgiven; failures at one slow
 * nobody at another. Nobody guesses an API token, but programs go on showing one that has ended.
 */
export const guessable = {
  'sign-in': 30 * MINUTE,
  codes: 30 * MINUTE,
  'current-passwords': 30 * MINUTE,
  'api-tokens': MINUTE,
} as const;
export type Guessable = keyof typeof guessable;

/** Everything on a node that is bounded by who asks; built once. */
export class Bounds {
  readonly #budgets: Record<BudgetName, Budget>;
  readonly guesses: Record<Guessable, Guesses>;
  /** Where passwords wait for being hashed: slow by design, and memory-hard. */
  readonly hashes: FairQueue;

  constructor(clock: Clock) {
    const elapsed = () => Math.round(clock.elapsed()); // whole, or sums of fractions never quite fit
    this.#budgets = mapOf(Object.keys(budgets) as BudgetName[], (name) => {
      return new Budget(budgets[name], elapsed);
    });
    this.guesses = mapOf(Object.keys(guessable) as Guessable[], (name) => {
      return new Guesses(elapsed, guessable[name]);
    });
    this.hashes = new FairQueue({ atOnce: 2, longest: 60, longestOfOne: 24 }, elapsed);
  }

  /** A budget gives what is asked of it and answers 0, or the seconds until there is some again. */
  take(name: BudgetName, key: string): number {
    return this.#budgets[name].take(key);
  }

  /** A budget gives what is asked of it, or the call is refused with why it does not. */
  require(name: BudgetName, key: string, why?: Said): void {
    const wait = this.take(name, key);
    if (wait > 0) throw tooMany(wait, why);
  }

  /** What was done already is counted; answers the milliseconds to wait before more of it. */
  charge(name: BudgetName, key: string, cost: number): number {
    return this.#budgets[name].charge(key, cost);
  }
}

function mapOf<K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;
}
