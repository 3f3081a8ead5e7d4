import type { z } from 'zod';
import type { Topic } from '../../shared/access/actions.ts';
import type { Endpoint } from '../../shared/core/endpoint.ts';
import type { Fields } from '../../shared/core/merge-patch.ts';
import type { RecordType } from '../../shared/core/record.ts';
import type { Listed, Records, Resource, Single } from '../../shared/records.ts';

export type { Listed, Resource, Single };
/** The types of the records that the client follows, by the resource name in changes. */
export type LiveRecords = Records;
export type LiveRecord = LiveRecords[Resource];

/** The declaration of a type of record, as the live client uses it. */
export type LiveRecordType = Pick<
  RecordType<LiveRecord, string, Topic>,
  Exclude<keyof RecordType<unknown>, 'topic' | 'topicOf'>
> & { readonly topic: Topic; topicOf(view: LiveRecord): Topic };

type InPages = Endpoint<
  'GET',
  'id',
  'page',
  z.ZodType<LiveRecord>,
  { query: z.ZodType<unknown, { limit?: string; cursor?: string | undefined }> }
>;

function missing(resource: string): never {
  throw new Error(`A record of type ${resource} is not read or changed like that.`);
}

/** The registry of record types; no other part of the live client knows one by name. */
export class RecordTypes {
  readonly #types: ReadonlyMap<string, LiveRecordType>;

  constructor(types: readonly unknown[]) {
    const all = types as readonly LiveRecordType[];
    this.#types = new Map(all.map((type) => [type.name, type]));
  }

  /** The types whose lists have to be read again after a change of this type. */
  readWith(resource: string): LiveRecordType[] {
    return [...this.#types.values()].filter((type) => type.readWith.includes(resource));
  }

  of(resource: string): LiveRecordType {
    const type = this.#types.get(resource);
    if (!type) throw new Error(`No record of type ${resource} is known here.`);
    return type;
  }

  has(resource: string): boolean {
    return this.#types.has(resource);
  }

  /** Whether one can be read and written by itself. */
  isSingle(resource: string): boolean {
    return this.#types.get(resource)?.find !== undefined;
  }

  /** The endpoint that reads one record. */
  finding(resource: string): NonNullable<LiveRecordType['find']> {
    return this.of(resource).find ?? missing(resource);
  }

  /** The endpoint that changes one record. */
  editing(resource: string): NonNullable<LiveRecordType['edit']> {
    return this.of(resource).edit ?? missing(resource);
  }

  /**
   * The endpoint that lists an owner's records, page by page; endpoints without pages ignore the
   * cursor.
   */
  listing(resource: string): InPages {
    return (this.of(resource).list ?? missing(resource)) as InPages;
  }

  /** A record as read or saved alone, completed with its known list-only fields. */
  completed(resource: string, given: LiveRecord, held: LiveRecord | undefined): LiveRecord {
    const { inLists } = this.of(resource);
    const view = given as unknown as Fields;
    const missing = inLists.filter((field) => !(field in view));
    if (missing.length === 0) return given;
    const known = { ...this.of(resource).begin(''), ...(held as Fields | undefined) };
    const kept = Object.fromEntries(missing.map((field) => [field, known[field]]));
    return { ...view, ...kept } as unknown as LiveRecord;
  }
}
