import type { Change } from '../../shared/live/contract.ts';
import type { Api } from '../core/api.ts';
import type { Listed, LiveRecords, RecordTypes, Single } from './records.ts';
import type { LiveStore } from './store/store.svelte.ts';

const PAGE = 200;

/**
 * Records are read over HTTP into the store. Changes of records that are not known meanwhile are
 * kept until nothing is being read any more: a read under way may bring what they lay over.
 */
export class Reader {
  readonly #api: Api;
  readonly #store: LiveStore;
  readonly #types: RecordTypes;
  /** Told of a change that no read has brought the record for. */
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

  /** The reader answers with the log's number that the read is at least as new as. */
  async record<R extends Single>(resource: R, id: string): Promise<number> {
    const { data, seq = 0 } = await this.#api.call(this.#types.finding(resource), { id });
    this.#store.takeRecord(resource, data as LiveRecords[R], seq);
    return seq;
  }

  /** All pages of a list; told when a first part is in. */
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

  /** Too little is known to apply it: perhaps a read under way brings it, else it is missing. */
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
