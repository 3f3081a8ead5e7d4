import type { Digested, NotOk } from '../../shared/live/contract.ts';
import type { Connection } from './connection.svelte.ts';
import type { Subscription } from './subscription.ts';

/** The interval of completeness checks while the connection is up. */
const EVERY = 180_000;

/**
 * The regular check that no change was lost: the server's digest is compared with what was
 * delivered. Where they differ, the subscription is read again, so that an error on either side
 * heals.
 */
export class Proving {
  readonly #connection: Connection;
  readonly #all: () => Iterable<Subscription>;
  readonly #onhole: (subscription: Subscription) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #head = 0;
  /** A counter of connections, so that no answer of an old one is used. */
  #line = 0;

  /** The callback `onhole` gets each subscription that missed a change. */
  constructor(
    connection: Connection,
    all: () => Iterable<Subscription>,
    onhole: (subscription: Subscription) => void,
  ) {
    this.#connection = connection;
    this.#all = all;
    this.#onhole = onhole;
  }

  /** The highest number of the log delivered on this connection. */
  get head(): number {
    return this.#head;
  }

  reached(seq: number): void {
    this.#head = Math.max(this.#head, seq);
  }

  /** All subscriptions are joined: completeness is checked now and at intervals. */
  async start(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => void this.#prove(), EVERY);
    await this.#prove();
  }

  stop(): void {
    this.#line += 1;
    clearInterval(this.#timer);
  }

  /** The log has a new epoch. */
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
