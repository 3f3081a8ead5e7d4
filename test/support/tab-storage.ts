import type { Store } from '../../client/core/persisted.svelte.ts';

/** A tab's storage: what it holds survives the desk that wrote it. */
export class TabStorage implements Store {
  readonly items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    this.items.set(key, text);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }

  /** What a duplicated tab begins with. */
  duplicate(): TabStorage {
    const copy = new TabStorage();
    for (const [key, text] of this.items) copy.items.set(key, text);
    return copy;
  }
}
