import type { Change } from '../../shared/live/contract.ts';
import type { Api } from '../core/api.ts';
import type { Listed, LiveRecords, RecordTypes, Single } from './records.ts';
import type { LiveStore } from './store/store.svelte.ts';

const PAGE = 200;

/**
 * The reader loads records over HTTP into the store. Meanwhile, changes of unknown records are
 * buffered, since a read in progress may bring the record that they apply to.
 */
export class Reader {
  readonly #api: Api;
  readonly #store: LiveStore;
  readonly #types: RecordTypes;
  /** Called with a change whose record no read has brought. */
  readonly #onmissing: (change: Change) => void;
  #reading = 0;
  #kept: Change[] = [];

  constructor(
    api: Api,
    { store, types }: { store: LiveStore; types: RecordTypes },
    onmissing: (change: Change) => void,
  ) {
    this.#api = api;
    this.#store = store;
    this.#types = types;
    this.#onmissing = onmissing;
  }

  /** One record is read; returns the log's number that it is at least as new as. */
  async record<R extends Single>(resource: R, id: string): Promise<number> {
    const { data, seq = 0 } = await this.#api.call(this.#types.finding(resource), { id });
    this.#store.takeRecord(resource, data as LiveRecords[R], seq);
    return seq;
  }

  /** All pages of a list are read; `partly` is called when a first part is in. */
  async list(resource: Listed, ownerId: string, partly: () => void): Promise<number> {
    const listing = this.#types.listing(resource);
    const { idOf } = this.#types.of(resource);
    const ids = new Set<string>();
    let oldest = Infinity;
    let cursor: string | undefined;
    do {
      const query = { limit: PAGE, cursor };
      const { data, seq = 0 } = await this.#api.call(listing, { id: ownerId, query });
      this.#store.takeSnapshot({ resource, records: data.items as LiveRecords[Listed][], seq });
      for (const record of data.items) ids.add(idOf(record));
      oldest = Math.min(oldest, seq);
      cursor = data.nextCursor ?? undefined;
      if (cursor) partly();
    } while (cursor);
    this.#store.settleList(resource, ownerId, ids, oldest);
    return oldest;
  }

  /** A change of an unknown record: a read in progress may bring the record, else it is missing. */
  miss(change: Change): void {
    if (this.#reading > 0) this.#kept.push(change);
    else this.#onmissing(change);
  }

  async whileReading<T>(read: () => Promise<T>): Promise<T> {
    this.#reading += 1;
    try {
      return await read();
    } finally {
      this.#reading -= 1;
      if (this.#reading === 0) this.#applyKept();
    }
  }

  forget(): void {
    this.#kept = [];
  }

  #applyKept(): void {
    const kept = this.#kept;
    this.#kept = [];
    for (const change of kept) {
      if (this.#store.applyChange(change) === 'missing') this.#onmissing(change);
    }
  }
}
