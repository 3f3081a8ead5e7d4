import type { LiveRecord, LiveRecords, RecordTypes } from './records.ts';
import type { LiveStore } from './store/store.svelte.ts';

/** The paths of records, as far as the store knows them. */
export class Ways {
  readonly #types: RecordTypes;
  readonly #store: () => LiveStore;

  constructor(types: RecordTypes, store: () => LiveStore) {
    this.#types = types;
    this.#store = store;
  }

  /** The path to a record's organisation, by ids; an organisation holds its own. */
  of(resource: string, record: LiveRecord): string[] {
    if (resource === 'organisation') return idsOf(record as LiveRecords['organisation']);
    return this.to(this.#types.of(resource).organisationOf(record));
  }

  /** The path to an organisation, by ids; only its own id while it is unknown. */
  to(id: string): string[] {
    const path = idsOf({ path: this.#store().path(id) });
    return path.length > 0 ? path : [id];
  }
}

function idsOf({ path }: Pick<LiveRecords['organisation'], 'path'>): string[] {
  return path.map(({ id }) => id);
}
