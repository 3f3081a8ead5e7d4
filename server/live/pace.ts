/** The longest pause between two sends, however much there is to send: 60 a second. */
const FRAME_MS = 16;

/** The pause after a send, as a multiple of its duration. */
const REST = 2;

/**
 * The pace of sends. A node with room sends each commit at once, since waiting would save nothing;
 * a busy one pauses after each send, and the commits of the pause are sent together.
 */
export class Pace {
  readonly #now: () => number;
  #restsUntil = 0;

  /** The clock `now` is monotonic, in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Milliseconds to wait before the next send; 0 where the node has room. */
  get wait(): number {
    return Math.max(0, this.#restsUntil - this.#now());
  }

  /** A send is run and timed. */
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
