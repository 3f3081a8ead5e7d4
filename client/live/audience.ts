/** Those who want to be told of something, each time that it happens. */
export class Audience<Told extends unknown[]> {
  readonly #listeners = new Set<(...told: Told) => void>();

  /** The audience calls back from now on; answers with what ends that. */
  join(listener: (...told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(...told: Told): void {
    for (const listener of this.#listeners) listener(...told);
  }
}
