/** An event emitter for a single event. */
export class Audience<Told extends unknown[]> {
  readonly #listeners = new Set<(...told: Told) => void>();

  /** The listener is called from now on, until the returned function is called. */
  join(listener: (...told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(...told: Told): void {
    for (const listener of this.#listeners) listener(...told);
  }
}
