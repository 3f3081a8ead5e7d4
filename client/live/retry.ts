const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;

/**
 * The timer of retries after a failed request: after the wait that the server asked for, or after
 * growing waits with jitter, since after an outage all clients come back at once.
 */
export class Retry {
  readonly #again: () => void;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(again: () => void) {
    this.#again = again;
  }

  get isPending(): boolean {
    return this.#timer !== undefined;
  }

  /** A retry is scheduled; `seconds` is the wait that the server asked for. */
  later(seconds?: number): void {
    if (this.isPending) return;
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#attempt);
    this.#attempt += 1;
    const wait = seconds === undefined ? longest * (0.5 + Math.random() / 2) : seconds * 1000;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#again();
    }, wait);
  }

  /** The wait ends, and earlier failures no longer count. */
  reset(): void {
    this.stop();
    this.#attempt = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
