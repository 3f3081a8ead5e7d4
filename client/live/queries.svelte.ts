/* eslint-disable svelte/prefer-svelte-reactivity -- queries are looked up, not watched; what they say is */
import { SvelteMap } from 'svelte/reactivity';
import type { Change } from '../../shared/live/contract.ts';
import type { Barriers } from './barriers.ts';
import type { Gone } from './gone.ts';
import { type Phase, Query, type QuerySource } from './query.svelte.ts';
import type { Reader } from './reader.ts';
import type { Listed, LiveRecords, RecordTypes, Single } from './records.ts';
import type { LiveStore } from './store/store.svelte.ts';
import type { Subscription } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

/** The dependencies of the registry. */
interface QueryGround {
  types: RecordTypes;
  store: LiveStore;
  reader: Reader;
  /** A getter, since the subscriptions are created after the queries. */
  subscriptions: () => Subscriptions;
  barriers: Barriers;
}

/** The registry of queries: one for each question, however many views show it. */
export class Queries {
  readonly #types: RecordTypes;
  readonly #store: LiveStore;
  readonly #reader: Reader;
  readonly #subscriptions: () => Subscriptions;
  readonly #barriers: Barriers;
  readonly #phases = new SvelteMap<string, Phase>();
  readonly #all = new Map<string, Query<unknown>>();

  constructor({ types, store, reader, subscriptions, barriers }: QueryGround) {
    this.#types = types;
    this.#store = store;
    this.#reader = reader;
    this.#subscriptions = subscriptions;
    this.#barriers = barriers;
  }

  get all(): Query<unknown>[] {
    return [...this.#all.values()];
  }

  of(subscription: Subscription): Query<unknown>[] {
    return this.all.filter((query) => query.subscription === subscription);
  }

  record<R extends Single>(resource: R, id: string): Query<LiveRecords[R]> {
    return this.#query(`record:${resource}:${id}`, (key) => ({
      key,
      asked: { scope: 'record', organisationId: id },
      topic: this.#types.of(resource).topic,
      read: () => this.#store.get(resource, id),
      tombstone: () => this.#store.tombstone(resource, id),
      load: () => this.#reader.record(resource, id),
    }));
  }

  children(id: string): Query<readonly string[]> {
    return this.#query(`list:organisation:${id}`, (key) => ({
      key,
      asked: { scope: 'children', organisationId: id, topics: ['directory'] },
      topic: 'directory',
      read: () => this.#listed('organisation', id),
      load: (partly) => this.#reader.list('organisation', id, partly),
    }));
  }

  list<R extends Exclude<Listed, 'organisation'>>(
    resource: R,
    id: string,
    organisationId: string,
  ): Query<readonly LiveRecords[R][]> {
    return this.#query(`list:${resource}:${id}`, (key) => ({
      key,
      asked: { scope: 'record', organisationId },
      topic: this.#types.of(resource).topic,
      read: () =>
        this.#listed(resource, id)?.flatMap((each) => this.#store.get(resource, each) ?? []),
      load: (partly) => this.#reader.list(resource, id, partly),
    }));
  }

  hasChildren(id: string): boolean {
    const listed = this.#store.list('organisation', id)?.length ?? 0;
    if (listed > 0 || this.#isComplete(id)) return listed > 0;
    return (this.#store.get('organisation', id)?.childCount ?? 0) > 0;
  }

  childCount(id: string): number {
    const listed = this.#store.list('organisation', id);
    if (listed && this.#isComplete(id)) return listed.length;
    return this.#store.get('organisation', id)?.childCount ?? 0;
  }

  /** The record of a change is read again, where a view shows it. */
  fetch({ resource, id, organisationId, path }: Change): void {
    const record = this.#all.get(`record:${resource}:${id}`);
    if (record?.isHeld && !record.isWithheld) {
      void record.reload();
      return;
    }
    const place = resource === 'organisation' ? path.at(-2) : organisationId;
    const lists = this.#listsOf(resource, place);
    if (lists.length === 0) return;
    if (!this.#types.isSingle(resource)) for (const list of lists) void list.reload();
    else void this.#reader.record(resource as Single, id).catch(() => undefined);
  }

  /** Lists that embed records of another type are read again when one of those changes. */
  reloadWith({ resource, organisationId }: Change): void {
    for (const { name } of this.#types.readWith(resource)) {
      for (const list of this.#listsOf(name, organisationId)) void list.reload();
    }
  }

  /** The lists of a type at an organisation that are on screen. */
  #listsOf(resource: string, organisationId: string | undefined): Query<unknown>[] {
    const isMeant = (key: string, list: Query<unknown>): boolean =>
      key.startsWith(`list:${resource}:`) &&
      list.isHeld &&
      list.subscription?.asked.organisationId === organisationId;
    return [...this.#all].filter(([key, list]) => isMeant(key, list)).map(([, list]) => list);
  }

  /** A query that no view shows may have lost records, so it is read from scratch next time. */
  forgetReleased(): void {
    for (const query of this.#all.values()) if (!query.isHeld) query.forget();
  }

  /**
   * Each query that is granted and yet not loaded is read again: a read can be ahead of the stream,
   * and have met a barrier that opened again before any event of it arrived.
   */
  regrantAll(gone: Gone): void {
    for (const query of this.#all.values()) {
      if (query.subscription?.state === 'joined') query.regrant(gone);
    }
  }

  clear(): void {
    this.#all.clear();
    this.#phases.clear();
  }

  #query<T>(key: string, source: (key: string) => QuerySource<T>): Query<T> {
    const known = this.#all.get(key);
    if (known) return known as Query<T>;
    const query = new Query(source(key), {
      phases: this.#phases,
      subscriptions: this.#subscriptions(),
      isClosed: (organisationId, topic) => this.#barriers.isClosed(organisationId, topic),
      closedBy: (organisationId, topic) => this.#barriers.closedBy(organisationId, topic),
      whileReading: (read) => this.#reader.whileReading(read),
    });
    this.#all.set(key, query);
    return query;
  }

  /** The ids of a list once it was read whole: single records may be known from elsewhere. */
  #listed(resource: Listed, ownerId: string): readonly string[] | undefined {
    const isRead = this.#phases.get(`list:${resource}:${ownerId}`)?.is === 'loaded';
    return isRead ? (this.#store.list(resource, ownerId) ?? []) : undefined;
  }

  #isComplete(ownerId: string): boolean {
    const phase = this.#phases.get(`list:organisation:${ownerId}`);
    return phase?.is === 'loaded' && phase.complete;
  }
}
