/** The longest time between two frames, however much there is to send: 60 a second. */
const FRAME_MS = 16;

/** So many times as long as the last sending took, the node does something else before the next. */
const REST = 2;

/**
 * When to send again. A node with room sends each commit at once, for then nothing is saved by
 * waiting; one that is busy with sending rests in between, and what comes meanwhile leaves together.
 */
export class Pace {
  readonly #now: () => number;
  #restsUntil = 0;

  /** `now` is in milliseconds, and never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How long the next sending should wait, in milliseconds; nothing, where the node has room. */
  get wait(): number {
    return Math.max(0, this.#restsUntil - this.#now());
  }

  /** The pace runs a sending and sees how long it takes. */
  run(send: () => void): void {
    const began = this.#now();
    try {
      send();
    } finally {
      const ended = this.#now();
      this.#restsUntil = ended + Math.min(FRAME_MS, REST * (ended - began));
    }
  }
}
