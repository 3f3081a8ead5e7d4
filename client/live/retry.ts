const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;

/**
 * When to try something again that nobody answered: after what the server asked for, or longer
 * each time, with some chance in it, since after a break everybody comes back at once.
 */
export class Retry {
  readonly #again: () => void;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(again: () => void) {
    this.#again = again;
  }

  /** Whether it is still to wait. */
  get isPending(): boolean {
    return this.#timer !== undefined;
  }

  /** The retry tries again later; `seconds` where the server said how much. */
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

  /** It may be tried at once, and what failed before does not count any more. */
  reset(): void {
    this.stop();
    this.#attempt = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
