import type { LiveRecord, LiveRecords, RecordTypes } from './records.ts';
import type { LiveStore } from './store/store.svelte.ts';

/** The ways down to records, as far as the store knows them. */
export class Ways {
  readonly #types: RecordTypes;
  readonly #store: () => LiveStore;

  constructor(types: RecordTypes, store: () => LiveStore) {
    this.#types = types;
    this.#store = store;
  }

  /** The way down to the organisation of a record, which an organisation brings with it. */
  of(resource: string, record: LiveRecord): string[] {
    if (resource === 'organisation') return idsOf(record as LiveRecords['organisation']);
    return this.to(this.#types.of(resource).organisationOf(record));
  }

  /** The way down to an organisation, by ids; of one that is not known yet, only its end. */
  to(id: string): string[] {
    const path = idsOf({ path: this.#store().path(id) });
    return path.length > 0 ? path : [id];
  }
}

function idsOf({ path }: Pick<LiveRecords['organisation'], 'path'>): string[] {
  return path.map(({ id }) => id);
}
