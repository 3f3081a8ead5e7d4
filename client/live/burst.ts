/** A debounced call: it runs once, when no further call came for `settle` milliseconds. */
export class Burst {
  readonly #settle: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(settle: number, run: () => void) {
    this.#settle = settle;
    this.#run = run;
  }

  soon(): void {
    this.stop();
    this.#timer = setTimeout(this.#run, this.#settle);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
