import { createSubscriber } from 'svelte/reactivity';

/** Seconds that run out; whatever reads them is drawn anew as they do. */
export class Countdown {
  #until = $state(0);
  readonly #watch = createSubscriber((update) => {
    const timer = setInterval(update, 250);
    return () => {
      clearInterval(timer);
    };
  });

  start(seconds: number): void {
    this.#until = Date.now() + seconds * 1000;
  }

  /** What is left, 0 when it has run out. */
  get seconds(): number {
    if (this.#until === 0) return 0;
    this.#watch();
    return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
  }
}
