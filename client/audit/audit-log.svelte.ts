import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { Api } from '../core/api.ts';
import type { Live } from '../live/live.svelte.ts';
import { PagedList } from '../lists/paged-list.svelte.ts';
import { whileAttended } from '../core/attention.ts';
import { type Chosen, exportUrl, readChosen } from './chosen.ts';

/** Which audit is read, and whose changes say that there is more of it. */
export interface AuditSource {
  /** The organisation whose audit it is, with all below; everything in scope where none is said. */
  at: string | undefined;
  /** The organisation that is followed; nothing where somebody holds no role. */
  organisationId: string | undefined;
  /** The conditions that the log begins with. */
  chosen?: Chosen;
  /** The number of records that were read when the page was here last. */
  atFirst?: number;
}

/**
 * The audit, latest first, narrowed by conditions. New records are looked for whenever a change
 * arrives, and now and then for those that change nothing, as a refused attempt.
 */
export class AuditLog {
  readonly list: PagedList<AuditEntry, Chosen>;
  readonly #at: string | undefined;

  constructor(api: Api, live: Live, { at, organisationId, chosen = {}, atFirst }: AuditSource) {
    this.#at = at;
    this.list = new PagedList(live, {
      read: ({ limit, cursor, ...conditions }) =>
        readChosen(api, at, { chosen: conditions, limit, cursor }),
      asked: organisationId === undefined ? undefined : { scope: 'subtree', organisationId },
      concerns: () => true,
      query: chosen,
      ...(atFirst !== undefined && { atFirst }),
      arrive: 'on-top',
      watch: whileAttended,
    });
  }

  get chosen(): Chosen {
    return this.list.query;
  }

  /** The conditions narrow or widen what is shown; `undefined` takes a condition away. */
  choose(conditions: Chosen): void {
    this.list.ask({ ...this.chosen, ...conditions });
  }

  /** Where the same choice can be had as a file. */
  exportUrl(format: 'csv' | 'jsonl'): string {
    return exportUrl(this.#at, format, this.chosen);
  }
}
