import type { Digested, NotOk } from '../../shared/live/contract.ts';
import type { Connection } from './connection.svelte.ts';
import type { Subscription } from './subscription.ts';

/** How often a line that is up is proved to have brought everything. */
const EVERY = 180_000;

/**
 * The client asks the server whether it knows of just the changes that were delivered here. Where
 * it does not, what is followed is read anew: a mistake of either side heals, instead of staying.
 */
export class Proving {
  readonly #connection: Connection;
  readonly #all: () => Iterable<Subscription>;
  readonly #onhole: (subscription: Subscription) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #head = 0;
  /** Counts the times the line was up, so that no answer on an old one is believed. */
  #line = 0;

  /** `onhole` is told of a subscription that does not hold what the server knows of. */
  constructor(
    connection: Connection,
    all: () => Iterable<Subscription>,
    onhole: (subscription: Subscription) => void,
  ) {
    this.#connection = connection;
    this.#all = all;
    this.#onhole = onhole;
  }

  /** The highest number of the log that is known to have been delivered on this line. */
  get head(): number {
    return this.#head;
  }

  reached(seq: number): void {
    this.#head = Math.max(this.#head, seq);
  }

  /** The line is up and all is joined: proves it now and from time to time. */
  async start(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => void this.#prove(), EVERY);
    await this.#prove();
  }

  stop(): void {
    this.#line += 1;
    clearInterval(this.#timer);
  }

  /** The log began another history. */
  startOver(): void {
    this.#head = 0;
  }

  async #prove(): Promise<void> {
    const line = this.#line;
    const to = this.#head;
    for (const subscription of [...this.#all()]) {
      const { asked, granted, proof, state } = subscription;
      if (state !== 'joined' || granted.length === 0 || !proof || proof.from >= to) continue;
      const question = { ...asked, topics: granted, from: proof.from, to };
      const answer = await this.#connection
        .ask<Digested | NotOk>('digest', question)
        .catch(() => undefined);
      if (line !== this.#line || !answer) return;
      if (!answer.ok || subscription.granted !== granted) continue;
      const isWhole = proof.holds(to, answer);
      proof.settle(to);
      subscription.seq = Math.max(subscription.seq ?? 0, to);
      if (!isWhole) this.#onhole(subscription);
    }
  }
}
