/* eslint-disable svelte/prefer-svelte-reactivity -- overlays are laid over what is held, and that is watched */
import { SvelteMap } from 'svelte/reactivity';
import { type Fields, mergeFields } from '../../../shared/core/merge-patch.ts';
import type { Change } from '../../../shared/live/contract.ts';
import type {
  Organisation,
  OrganisationReference,
} from '../../../shared/organisations/contract.ts';
import { type Held, keyOf, sameContent, type Tombstone, type Touch, touchedBy } from './held.ts';
import { KnownNames } from './known-names.ts';
import { Lists } from './lists.svelte.ts';
import type { Listed, LiveRecord, LiveRecords, RecordTypes, Resource } from '../records.ts';

/**
 * The outcome of a change: applied, already known, or missing the record that it applies to, which
 * then has to be fetched.
 */
export type Outcome = 'applied' | 'known' | 'missing';

export interface Snapshot<R extends Resource> {
  resource: R;
  records: readonly LiveRecords[R][];
  /** The log's head that the snapshot is at least as new as. */
  seq: number;
}

/**
 * The store of live records, each held once, by resource and id. Snapshots and changes both land
 * here, and a record is replaced only by a higher version, so their order does not matter. Records
 * are never changed in place: replacing one rerenders its readers.
 */
export class LiveStore {
  readonly #held = new SvelteMap<string, Held>();
  readonly #tombstones = new SvelteMap<string, Tombstone>();
  readonly #lists = new Lists();
  readonly #names = new KnownNames();
  /** The overlays outlive `clear`; the edit queue removes them. */
  readonly #overlays = new Map<string, Fields>();
  readonly #types: RecordTypes;
  readonly #isHidden: (resource: Resource, record: LiveRecord) => boolean;

  /**
   * The test `isHidden` finds records that the person may no longer see: an answer that was on its
   * way while access ended is dropped.
   */
  constructor(
    types: RecordTypes,
    isHidden: (resource: Resource, record: LiveRecord) => boolean = () => false,
  ) {
    this.#types = types;
    this.#isHidden = isHidden;
  }

  /** A record as shown: as confirmed, with one's own pending edits applied. */
  get<R extends Resource>(resource: R, id: string): LiveRecords[R] | undefined {
    return this.#held.get(keyOf(resource, id))?.shown as LiveRecords[R] | undefined;
  }

  /** A record as the server last confirmed it. */
  confirmed<R extends Resource>(resource: R, id: string): LiveRecords[R] | undefined {
    return this.#held.get(keyOf(resource, id))?.record as LiveRecords[R] | undefined;
  }

  /** The ids of what belongs to `ownerId`, by name; `undefined` while nothing is known of it. */
  list(resource: Listed, ownerId: string): readonly string[] | undefined {
    return this.#lists.get(keyOf(resource, ownerId));
  }

  /** Why a record is no longer there, if it was there before. */
  tombstone(resource: Resource, id: string): Tombstone | undefined {
    return this.#tombstones.get(keyOf(resource, id));
  }

  /** Who last changed a field (dotted), if this session saw it. */
  touch(resource: Resource, id: string, field: string): Touch | undefined {
    return this.#held.get(keyOf(resource, id))?.touched[field];
  }

  /** The path from the platform to an organisation, with present names. */
  path(id: string): OrganisationReference[] {
    return this.#names.path(id, (each) => this.get('organisation', each));
  }

  /** The name of an organisation, known at least from a mention. */
  mention(id: string): OrganisationReference | undefined {
    return this.get('organisation', id) ?? this.#names.mention(id);
  }

  /** Unconfirmed edits are overlaid on a record; `undefined` removes them. */
  overlay(resource: Resource, id: string, edits: Fields | undefined): void {
    const key = keyOf(resource, id);
    if (edits) this.#overlays.set(key, edits);
    else this.#overlays.delete(key);
    const held = this.#held.get(key);
    if (held) this.#hold(key, held);
  }

  /** A change is applied to its record. */
  applyChange(change: Change): Outcome {
    const key = keyOf(change.resource, change.id);
    const held = this.#held.get(key);
    const buried = this.#tombstones.get(key);
    if (change.op === 'delete' || change.op === 'leave') return this.#bury(key, held, change);
    if (buried && buried.seq > change.seq) return 'known';

    const version = held?.record.version ?? 0;
    if (held && change.version <= version) {
      if (change.seq > held.seq) this.#hold(key, { ...held, seq: change.seq });
      return 'known';
    }
    if (change.op === 'update' && (!held || change.version > version + 1)) return 'missing';

    const record = this.#laidOver(held?.record, change);
    if (!record) return 'missing';
    this.#put(change.resource, record, change.seq, touchedBy(change, held));
    return 'applied';
  }

  /** Records that were read over HTTP are taken where they are newer than the known ones. */
  takeSnapshot<R extends Resource>({ resource, records, seq }: Snapshot<R>): void {
    const placed = new Map<string, string[]>();
    for (const record of records) this.#take(resource, record, seq, placed);
    for (const [key, ids] of placed) this.#place(key, ids);
  }

  /** A record is stored, also from the answer to a write, which has no `seq`. */
  takeRecord<R extends Resource>(resource: R, record: LiveRecords[R], seq = 0): void {
    this.takeSnapshot({ resource, records: [record], seq });
  }

  /**
   * A list is reduced to these ids after all its pages were read: records that it held besides are
   * dropped, unless known from something newer than the read.
   */
  settleList(resource: Listed, ownerId: string, ids: ReadonlySet<string>, seq: number): void {
    const key = keyOf(resource, ownerId);
    for (const id of this.#lists.get(key) ?? []) {
      const held = this.#held.get(keyOf(resource, id));
      if (held && !ids.has(id) && held.seq <= seq) this.#drop(keyOf(resource, id), held);
    }
    this.#lists.begin(key);
  }

  /** Records that fail `stays` are dropped: the person may no longer see them. */
  retain(stays: (resource: Resource, record: LiveRecord) => boolean): void {
    const hidden = [...this.#held].filter(([, { resource, record }]) => !stays(resource, record));
    for (const [key, held] of hidden) this.#drop(key, held);
  }

  /** All records are dropped, for another person or a new epoch of the log. */
  clear(): void {
    this.#held.clear();
    this.#tombstones.clear();
    this.#lists.clear();
    this.#names.clear();
  }

  #take(resource: Resource, given: LiveRecord, seq: number, placed: Map<string, string[]>): void {
    const key = keyOf(resource, this.#types.of(resource).idOf(given));
    const held = this.#held.get(key);
    const record = this.#types.completed(resource, given, held?.record);
    const buried = this.#tombstones.get(key);
    if (this.#isHidden(resource, record)) return;
    if (resource === 'organisation') this.#names.learn(record as Organisation);
    if (buried && seq < buried.seq) return;
    if (held && held.record.version > record.version) return;
    if (held && sameContent(held.record, record)) {
      if (seq > held.seq) this.#hold(key, { ...held, seq });
      return;
    }
    this.#put(resource, record, Math.max(seq, held?.seq ?? 0), held?.touched ?? {}, placed);
  }

  #put(
    resource: Resource,
    record: LiveRecord,
    seq: number,
    touched: Held['touched'],
    placed?: Map<string, string[]>,
  ): void {
    const type = this.#types.of(resource);
    const id = type.idOf(record);
    const key = keyOf(resource, id);
    const before = this.#held.get(key)?.record;
    this.#hold(key, { resource, record, seq, touched });
    if (this.#tombstones.has(key)) this.#tombstones.delete(key);

    const owner = type.ownerOf(record);
    const ownerBefore = before && type.ownerOf(before);
    if (before && owner === ownerBefore && type.nameOf(before) === type.nameOf(record)) return;
    if (ownerBefore) this.#lists.unplace(keyOf(resource, ownerBefore), id);
    if (!owner) return;
    const list = keyOf(resource, owner);
    if (placed) placed.set(list, [...(placed.get(list) ?? []), id]);
    else this.#place(list, [id]);
  }

  #bury(key: string, held: Held | undefined, change: Change): Outcome {
    // A move between two scopes is a leave and an enter under one number: the enter wins.
    const confirmed =
      held && (change.op === 'leave' ? held.seq >= change.seq : held.seq > change.seq);
    if (confirmed || (this.#tombstones.get(key)?.seq ?? -1) >= change.seq) return 'known';
    this.#tombstones.set(key, {
      seq: change.seq,
      op: change.op === 'delete' ? 'delete' : 'leave',
      name: held ? this.#types.of(held.resource).nameOf(held.record) : '',
      by: change.actor,
      at: change.at,
    });
    if (held) this.#drop(key, held);
    return 'applied';
  }

  #drop(key: string, { resource, record }: Held): void {
    this.#held.delete(key);
    const type = this.#types.of(resource);
    const owner = type.ownerOf(record);
    if (owner) this.#lists.unplace(keyOf(resource, owner), type.idOf(record));
  }

  #place(list: string, ids: readonly string[]): void {
    const resource = list.slice(0, list.indexOf(':')) as Listed;
    const type = this.#types.of(resource);
    this.#lists.place(list, ids, (id) => {
      const held = this.#held.get(keyOf(resource, id));
      return held ? type.nameOf(held.record) : '';
    });
  }

  #hold(key: string, held: Omit<Held, 'shown'>): void {
    const edits = this.#overlays.get(key);
    const { record } = held;
    const shown = edits ? (mergeFields(record as unknown as Fields, edits) as unknown) : record;
    this.#held.set(key, { ...held, shown: shown as LiveRecord });
  }

  /** The record after a change, or `undefined` where the change alone is not enough. */
  #laidOver(before: LiveRecord | undefined, change: Change): LiveRecord | undefined {
    const { resource, version, fields } = change;
    const base = before ?? this.#types.of(resource).begin(change.id);
    if (!base) return undefined;
    const record = { ...mergeFields(base, fields), version } as unknown as LiveRecord;
    if (resource !== 'organisation') return record;
    const path = this.#names.pathAfter(change, (each) => this.confirmed('organisation', each));
    if (path.length < change.path.length) return undefined; // moved below somebody never heard of
    const organisation = { ...(record as Organisation), path };
    this.#names.learn(organisation);
    return organisation;
  }
}
