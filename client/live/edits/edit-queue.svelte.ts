import type { Persisted, Store } from '../../core/persisted.svelte.ts';
import { newKey } from '../../core/new-key.ts';
import { type Edit, type FieldOf, isSameField, overlayOf } from './pending-edits.ts';
import type { RecordTypes } from '../records.ts';
import type { LiveStore } from '../store/store.svelte.ts';
import { resumed, storedEdits } from './stored-edits.ts';

/** The channel between tabs of one browser; a duplicated tab starts with the same edits. */
export type Tabs = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;

/** An edit that is done, with the patch it had. */
interface Settled {
  id: string;
  patch: string;
}

interface QueueGround {
  store: LiveStore;
  types: RecordTypes;
  /** The storage that keeps pending edits over a reload. */
  storage: () => Store;
  tabs?: Tabs | undefined;
}

/**
 * The queue of edits that the server has not confirmed, in order. It overlays them on their
 * records, and writes every change to storage, so that a reload loses nothing.
 */
export class EditQueue {
  readonly #store: LiveStore;
  readonly #types: RecordTypes;
  readonly #storage: () => Store;
  readonly #tabs: Tabs | undefined;
  #all = $state.raw<readonly Edit[]>([]);
  #accountId: string | undefined;
  #stored: Persisted<readonly Edit[]> | undefined;

  /** Called with edits that were settled in another tab. */
  onsettled: ((ids: readonly string[]) => void) | undefined;

  constructor({ store, types, storage, tabs }: QueueGround) {
    this.#store = store;
    this.#types = types;
    this.#storage = storage;
    this.#tabs = tabs;
    if (tabs) {
      tabs.onmessage = ({ data }: MessageEvent<readonly Settled[]>) => {
        this.#heed(data);
      };
    }
  }

  get all(): readonly Edit[] {
    return this.#all;
  }

  set all(next: readonly Edit[]) {
    const settled = this.#all.filter(({ id }) => !next.some((edit) => edit.id === id));
    this.#take(next);
    if (settled.length > 0) this.#tabs?.postMessage(settled.map(settledAs));
  }

  #take(next: readonly Edit[]): void {
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

  /** The stored edits of an account are loaded. Returns whether it is another one than before. */
  open(accountId: string): boolean {
    const isAnother = this.#accountId !== accountId;
    if (isAnother) {
      this.#stored = undefined; // What is written down there stays, for whom it belongs to.
      this.#take([]);
    }
    this.#accountId = accountId;
    this.#stored ??= storedEdits(accountId, this.#storage, this.#types);
    this.all = resumed(this.#all.length > 0 ? this.#all : this.#stored.current);
    return isAnother;
  }

  isOf(accountId: string | undefined): boolean {
    return this.#accountId === accountId;
  }

  /** The overlays are removed; the edits are kept. */
  withdraw(): void {
    for (const { resource, recordId } of this.#all) {
      this.#store.overlay(resource, recordId, undefined);
    }
  }

  /** Another tab settled edits of this queue; one that changed here since becomes a new edit. */
  #heed(settled: readonly Settled[]): void {
    const isOver = (edit: Edit): boolean => {
      const { id, patch } = settledAs(edit);
      return settled.some((each) => each.id === id && each.patch === patch);
    };
    const isChanged = ({ id, state }: Edit): boolean =>
      state !== 'sending' && settled.some((each) => each.id === id);
    const over = this.#all.filter(isOver).map(({ id }) => id);
    this.#take(
      this.#all
        .filter((edit) => !isOver(edit))
        .map((edit) => (isChanged(edit) ? { ...edit, id: newKey(), isSent: false } : edit)),
    );
    if (over.length > 0) this.onsettled?.(over);
  }
}

function settledAs({ id, patch }: Edit): Settled {
  return { id, patch: JSON.stringify(patch) };
}
