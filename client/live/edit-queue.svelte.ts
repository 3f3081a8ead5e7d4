import type { Persisted, Store } from '../core/persisted.svelte.ts';
import { type Edit, type FieldOf, isSameField, overlayOf } from './pending-edits.ts';
import type { LiveStore } from './store.svelte.ts';
import { resumed, storedEdits } from './stored-edits.ts';

/**
 * What the server has not confirmed, in order. Shown over the records it changes, and written
 * down with every change of it, so that a reload loses nothing.
 */
export class EditQueue {
  readonly #store: LiveStore;
  readonly #storage: () => Store;
  #all = $state.raw<readonly Edit[]>([]);
  #accountId: string | undefined;
  #stored: Persisted<readonly Edit[]> | undefined;

  constructor(store: LiveStore, storage: () => Store) {
    this.#store = store;
    this.#storage = storage;
  }

  get all(): readonly Edit[] {
    return this.#all;
  }

  set all(next: readonly Edit[]) {
    const touched = [...this.#all, ...next];
    this.#all = next;
    if (this.#stored && next.length > 0) this.#stored.current = next;
    else this.#stored?.forget();
    for (const edit of touched) {
      this.#store.overlay(edit.resource, edit.recordId, overlayOf(next, edit));
    }
  }

  /** The edit of a field that is not confirmed, the latest if there are several. */
  of(field: FieldOf): Edit | undefined {
    return this.#all.findLast((edit) => isSameField(edit, field));
  }

  replace(id: string, changed: Partial<Edit>): void {
    this.all = this.#all.map((edit) => (edit.id === id ? { ...edit, ...changed } : edit));
  }

  without(id: string): readonly Edit[] {
    return this.#all.filter((edit) => edit.id !== id);
  }

  /** Takes up what somebody left here. Answers whether it is not who was here before. */
  open(accountId: string): boolean {
    const isAnother = this.#accountId !== accountId;
    if (isAnother) {
      this.#stored = undefined; // What is written down there stays, for whom it belongs to.
      this.all = [];
    }
    this.#accountId = accountId;
    this.#stored ??= storedEdits(accountId, this.#storage);
    this.all = resumed(this.#all.length > 0 ? this.#all : this.#stored.current);
    return isAnother;
  }

  isOf(accountId: string | undefined): boolean {
    return this.#accountId === accountId;
  }

  /** Shows the records as confirmed; what waits is kept. */
  withdraw(): void {
    for (const { resource, recordId } of this.#all) {
      this.#store.overlay(resource, recordId, undefined);
    }
  }
}
