/* eslint-disable svelte/prefer-svelte-reactivity -- maps and sets only compare two pages, and are not watched */
import type { Page } from '../../shared/core/paging.ts';

/** The list that new rows arrive in, the latest row first. */
interface Receiver<T> {
  items: () => readonly T[];
  /** What tells rows apart; a row with the key of the newest that is shown is not new. */
  keyOf: (item: T) => string | number;
  show: (items: readonly T[]) => void;
  readAnew: () => void;
}

/**
 * The new rows of a list that begins with the latest. They go on top while the top is in sight;
 * else they wait, so that the row that is being read stays where it is.
 */
export class Arrivals<T> {
  readonly #receiver: Receiver<T>;
  #waiting = $state.raw<Page<T>>();
  #isAtTop = true;

  constructor(receiver: Receiver<T>) {
    this.#receiver = receiver;
  }

  /** How many new rows wait to be shown. */
  get count(): number {
    return this.#waiting ? this.#newIn(this.#waiting).length : 0;
  }

  /** The top came into sight, or went out of it. */
  seeTop(isAtTop: boolean): void {
    this.#isAtTop = isAtTop;
    if (isAtTop) this.show();
  }

  show(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.#putOnTop(waiting);
  }

  /** The list takes the first page as it is now. */
  take(page: Page<T>): void {
    if (this.#isAtTop) this.#putOnTop(page);
    else this.#waiting = page;
  }

  forget(): void {
    this.#waiting = undefined;
  }

  #putOnTop(page: Page<T>): void {
    const { items, keyOf, show, readAnew } = this.#receiver;
    const fresh = this.#newIn(page);
    const isJoined = fresh.length < page.items.length || page.items.length === 0;
    if (isJoined || page.nextCursor === null) {
      const known = new Map(page.items.map((item) => [keyOf(item), item]));
      show([...fresh, ...items().map((item) => known.get(keyOf(item)) ?? item)]);
    } else {
      // so much is new that rows may lie between it and those shown: read as much again
      readAnew();
    }
  }

  /** What stands above the newest row that is shown. */
  #newIn({ items }: Page<T>): readonly T[] {
    const { items: shown, keyOf } = this.#receiver;
    const known = new Set(shown().map(keyOf));
    const at = items.findIndex((item) => known.has(keyOf(item)));
    return at < 0 ? items : items.slice(0, at);
  }
}
