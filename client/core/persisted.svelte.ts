/** What a value is kept in: the browser's storage, or one that behaves like it. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A value that survives a reload, under a key of its own in this browser. What cannot be read
 * back, or is not what `accepts` expects, counts as never stored.
 */
export class Persisted<T> {
  readonly #key: string;
  readonly #store: () => Store;
  readonly #accepts: (value: unknown) => boolean;
  #value = $state.raw<T>() as T;

  /** `store` is asked for each time, since a browser may forbid even naming it. */
  constructor(
    key: string,
    initial: T,
    accepts: (value: unknown) => boolean = () => true,
    store: () => Store = () => localStorage,
  ) {
    this.#key = `canopy:${key}`;
    this.#store = store;
    this.#accepts = accepts;
    this.#value = initial;
    this.reread();
  }

  get current(): T {
    return this.#value;
  }

  set current(value: T) {
    this.#value = value;
    try {
      this.#store().setItem(this.#key, JSON.stringify(value));
    } catch {
      // Storage may be full or forbidden; the value still holds until the page goes.
    }
  }

  /** The value takes over what another window of this browser has stored since, if that counts. */
  reread(): void {
    const stored = this.#read();
    if (stored !== undefined && this.#accepts(stored)) this.#value = stored as T;
  }

  /** The value is taken out of the browser; the one in hand stays as it is. */
  forget(): void {
    try {
      this.#store().removeItem(this.#key);
    } catch {
      // Nothing was kept, so nothing remains.
    }
  }

  #read(): unknown {
    try {
      const text = this.#store().getItem(this.#key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }
}
