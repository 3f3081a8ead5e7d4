/**
 * The work that a node has begun and not ended yet. None of it is cut off: whoever takes away what
 * it stands on, as the database, waits for it first.
 */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>();

  /** The work counts until it is done, well or badly; what it comes to is its caller's. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    const forget = () => {
      this.#running.delete(work);
    };
    work.then(forget, forget);
    return work;
  }

  /** The promise resolves once nothing runs any more, nor anything that was begun meanwhile. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
