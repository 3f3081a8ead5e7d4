/**
 * A value that survives a reload, under a key of its own in this browser. What cannot be read
 * back, or is not what `accepts` expects, counts as never stored.
 */
export class Persisted<T> {
  readonly #key: string;
  #value = $state.raw<T>() as T;

  constructor(key: string, initial: T, accepts: (value: unknown) => boolean = () => true) {
    this.#key = `canopy:${key}`;
    const stored = this.#read();
    this.#value = stored !== undefined && accepts(stored) ? (stored as T) : initial;
  }

  get current(): T {
    return this.#value;
  }

  set current(value: T) {
    this.#value = value;
    try {
      localStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // Storage may be full or forbidden; the value still holds until the page goes.
    }
  }

  /** Takes it out of the browser; the value in hand stays as it is. */
  forget(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing was kept, so nothing remains.
    }
  }

  #read(): unknown {
    try {
      const text = localStorage.getItem(this.#key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }
}
