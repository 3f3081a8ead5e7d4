import { SvelteMap } from 'svelte/reactivity';
import { compareKeys, sortKey } from '../../../shared/core/sort-key.ts';
import { withIds, withoutId } from './sorted-ids.ts';

/**
 * Lists of record ids by owner, in the server's order of names; a changed id is inserted in place,
 * without sorting the list.
 */
export class Lists {
  /** A cache of sort keys, since each name is compared with many. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a memo, from which nothing is drawn
  readonly #keys = new Map<string, string>();
  readonly #lists = new SvelteMap<string, readonly string[]>();

  get(key: string): readonly string[] | undefined {
    return this.#lists.get(key);
  }

  /** The list is known from now on, even if empty. */
  begin(key: string): void {
    if (!this.#lists.has(key)) this.#lists.set(key, []);
  }

  place(key: string, ids: readonly string[], nameOf: (id: string) => string): void {
    const order = (one: string, other: string): number =>
      compareKeys(this.#keyOf(nameOf(one)), this.#keyOf(nameOf(other))) || (one < other ? -1 : 1);
    this.#lists.set(key, withIds(this.#lists.get(key) ?? [], ids, order));
  }

  unplace(key: string, id: string): void {
    const ids = this.#lists.get(key);
    if (ids?.includes(id)) this.#lists.set(key, withoutId(ids, id));
  }

  clear(): void {
    this.#lists.clear();
    this.#keys.clear();
  }

  #keyOf(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = sortKey(name);
    this.#keys.set(name, key);
    return key;
  }
}
