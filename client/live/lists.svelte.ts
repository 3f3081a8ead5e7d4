import { SvelteMap } from 'svelte/reactivity';
import { withIds, withoutId } from './sorted-ids.ts';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Ids by owner, in the order of their names; kept by placing what moved, not by sorting. */
export class Lists {
  readonly #lists = new SvelteMap<string, readonly string[]>();

  get(key: string): readonly string[] | undefined {
    return this.#lists.get(key);
  }

  /** From here on the list is known, if only to be empty. */
  begin(key: string): void {
    if (!this.#lists.has(key)) this.#lists.set(key, []);
  }

  place(key: string, ids: readonly string[], nameOf: (id: string) => string): void {
    const order = (one: string, other: string): number =>
      collator.compare(nameOf(one), nameOf(other)) || (one < other ? -1 : 1);
    this.#lists.set(key, withIds(this.#lists.get(key) ?? [], ids, order));
  }

  unplace(key: string, id: string): void {
    const ids = this.#lists.get(key);
    if (ids?.includes(id)) this.#lists.set(key, withoutId(ids, id));
  }

  clear(): void {
    this.#lists.clear();
  }
}
