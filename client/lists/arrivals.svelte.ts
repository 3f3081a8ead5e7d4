/* eslint-disable svelte/prefer-svelte-reactivity -- maps and sets only compare two pages, and are not watched */
import type { Page } from '../../shared/core/paging.ts';

/** The list that new rows are inserted into, latest first. */
interface Receiver<T> {
  items: () => readonly T[];
  /** The identity of a row; a row already shown is not new. */
  keyOf: (item: T) => string | number;
  show: (items: readonly T[]) => void;
  readAnew: () => void;
}

/**
 * The new rows of a list that is sorted latest first. They are inserted while its top is in view,
 * and held back otherwise, so that the row being read stays in place.
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

  /** The top of the list scrolled into view or out of it. */
  seeTop(isAtTop: boolean): void {
    this.#isAtTop = isAtTop;
    if (isAtTop) this.show();
  }

  show(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) this.#putOnTop(waiting);
  }

  /** The current first page is inserted, or held back. */
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
      // rows may be missing between the new page and those shown, so as many are read again
      readAnew();
    }
  }

  /** The rows of a page above the first one already shown. */
  #newIn({ items }: Page<T>): readonly T[] {
    const { items: shown, keyOf } = this.#receiver;
    const known = new Set(shown().map(keyOf));
    const at = items.findIndex((item) => known.has(keyOf(item)));
    return at < 0 ? items : items.slice(0, at);
  }
}
