/* eslint-disable svelte/prefer-svelte-reactivity -- what only this file looks up need not be watched */
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Grant } from '../../shared/access/contract.ts';
import { roleTitle } from '../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Answer, Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import {
  type AccessEvent,
  Connection,
  type LiveSocket,
  type PresenceEvent,
} from './connection.svelte.ts';
import type { Gone } from './gone.ts';
import { type Phase, Query } from './query.svelte.ts';
import {
  idOf,
  type Listed,
  listPath,
  type LiveRecord,
  type LiveRecords,
  recordPath,
  type Resource,
  topicOf,
} from './records.ts';
import { LiveStore } from './store.svelte.ts';
import { type Subscription, Subscriptions } from './subscriptions.ts';

/** The resources that can be read and written one by one. */
export type Single = Exclude<Resource, 'grant'>;

/** Told of a change of one's own access, with the grants held before. */
type AccessListener = (event: AccessEvent, before: readonly Grant[]) => void;

interface Surroundings {
  api: Api;
  session: Session;
  /** Makes a socket that does not connect or reconnect by itself. */
  open: () => Promise<LiveSocket>;
}

const PAGE = 200;
/** What changes access comes in bursts: a moved branch, a role given with another taken. */
const SETTLE = 250;

/**
 * The live data of the signed-in person. A view asks for what it shows and gets a `Query`; that
 * it is followed, caught up after a break, and taken away with the access to it, happens here.
 */
export class Live {
  readonly store = new LiveStore();
  readonly connection: Connection;
  readonly subscriptions: Subscriptions;
  readonly #api: Api;
  readonly #session: Session;
  readonly #phases = new SvelteMap<string, Phase>();
  readonly #queries = new Map<string, Query<unknown>>();
  readonly #listeners = {
    changes: new Set<(changes: readonly Change[]) => void>(),
    access: new Set<AccessListener>(),
    presence: new Set<(event: PresenceEvent) => void>(),
    connected: new Set<() => void>(),
  };
  #reading = 0;
  #kept: Change[] = [];
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #accessGone: Gone = { because: 'access' };

  constructor({ api, session, open }: Surroundings) {
    this.#api = api;
    this.#session = session;
    this.connection = new Connection(open, {
      connected: () => void this.#connected(),
      lost: () => {
        this.subscriptions.lost();
      },
      doubted: () => void session.load().catch(() => undefined),
      refused: (reason) => {
        session.end(reason);
      },
      changes: (changes) => {
        this.#take(changes);
      },
      access: (event) => {
        this.#access(event);
      },
      presence: (event) => {
        for (const listener of this.#listeners.presence) listener(event);
      },
    });
    this.subscriptions = new Subscriptions(this.connection, {
      changes: (changes) => {
        this.#take(changes);
      },
      reset: (subscription) => {
        for (const query of this.#queriesOf(subscription)) void query.reload();
      },
      regranted: (subscription) => {
        for (const query of this.#queriesOf(subscription)) query.regrant(this.#accessGone);
      },
      pathBefore: ({ organisationId }) =>
        this.store.get('organisation', organisationId)?.path.map((link) => link.id),
      renewed: () => {
        this.store.clear();
        for (const query of this.#queries.values()) void query.reload();
      },
    });
  }

  start(): void {
    void this.connection.start();
  }

  /** Takes the line up anew, for a session that replaced the one before. What is known stays. */
  restart(): void {
    this.connection.stop();
    this.subscriptions.lost();
    this.start();
  }

  /** Ends the connection and forgets everything: somebody else may sign in next. */
  stop(): void {
    clearTimeout(this.#renewal);
    this.connection.stop();
    this.subscriptions.clear();
    this.#queries.clear();
    this.#phases.clear();
    this.#kept = [];
    this.store.clear();
  }

  /** One record, followed with all that belongs to its organisation. */
  record<R extends Single>(resource: R, id: string): Query<LiveRecords[R]> {
    return this.#query(`record:${resource}:${id}`, (key) => ({
      key,
      asked: { scope: 'record', organisationId: id },
      topic: topicOf[resource],
      read: () => this.store.get(resource, id),
      tombstone: () => this.store.tombstone(resource, id),
      load: () => this.#readRecord(resource, id),
    }));
  }

  /** The ids of what stands directly below an organisation, by name. */
  children(id: string): Query<readonly string[]> {
    return this.#query(`list:organisation:${id}`, (key) => ({
      key,
      asked: { scope: 'children', organisationId: id, topics: ['directory'] },
      topic: 'directory',
      read: () => this.#listed('organisation', id),
      load: (partly) => this.#readList('organisation', id, partly),
    }));
  }

  /** The accounts whose home an organisation is, with their roles. */
  accounts(id: string): Query<readonly AccountWithGrants[]> {
    return this.#belonging('account', id);
  }

  /** Who holds roles at an organisation. */
  grants(id: string): Query<readonly Grant[]> {
    return this.#belonging('grant', id);
  }

  /** Whether anything stands below: surely while that is followed, else as last heard. */
  hasChildren(id: string): boolean {
    const listed = this.store.list('organisation', id)?.length ?? 0;
    const phase = this.#phases.get(`list:organisation:${id}`);
    if (listed > 0 || (phase?.is === 'loaded' && phase.complete)) return listed > 0;
    return (this.store.get('organisation', id)?.childCount ?? 0) > 0;
  }

  /** How many stand directly below, as far as it is known. */
  childCount(id: string): number {
    const phase = this.#phases.get(`list:organisation:${id}`);
    const listed = this.store.list('organisation', id);
    if (listed && phase?.is === 'loaded' && phase.complete) return listed.length;
    return this.store.get('organisation', id)?.childCount ?? 0;
  }

  /** Saves the touched fields of a record that the person saw at `version`. */
  async save<R extends Single>(
    resource: R,
    id: string,
    patch: unknown,
    version: number | '*',
  ): Promise<LiveRecords[R]> {
    return this.#taken(
      resource,
      await this.#api.patch<LiveRecords[R]>(recordPath(resource, id), patch, version),
    );
  }

  /** Does something to an organisation that answers it as it then is: `suspend`, `move`, … */
  async act(id: string, verb: string, body?: unknown): Promise<LiveRecords['organisation']> {
    return this.#taken('organisation', await this.#api.post(`/organisations/${id}/${verb}`, body));
  }

  /** Takes a record that was answered to a write, so that it shows before its change arrives. */
  #taken<R extends Resource>(resource: R, { data, seq }: Answer<LiveRecords[R]>): LiveRecords[R] {
    this.store.takeRecord(resource, data, seq);
    return data;
  }

  /** Calls back with every batch of changes taken in; answers with what ends that. */
  onChanges(listener: (changes: readonly Change[]) => void): () => void {
    return listen(this.#listeners.changes, listener);
  }

  onAccess(listener: AccessListener): () => void {
    return listen(this.#listeners.access, listener);
  }

  onPresence(listener: (event: PresenceEvent) => void): () => void {
    return listen(this.#listeners.presence, listener);
  }

  onConnected(listener: () => void): () => void {
    return listen(this.#listeners.connected, listener);
  }

  #query<T>(key: string, source: (key: string) => ConstructorParameters<typeof Query<T>>[0]) {
    const known = this.#queries.get(key);
    if (known) return known as Query<T>;
    const query = new Query(source(key), {
      phases: this.#phases,
      subscriptions: this.subscriptions,
      whileReading: (read) => this.#whileReading(read),
    });
    this.#queries.set(key, query);
    return query;
  }

  #belonging<R extends 'account' | 'grant'>(resource: R, id: string) {
    return this.#query<readonly LiveRecords[R][]>(`list:${resource}:${id}`, (key) => ({
      key,
      asked: { scope: 'record', organisationId: id },
      topic: topicOf[resource],
      read: () =>
        this.#listed(resource, id)?.flatMap((each) => this.store.get(resource, each) ?? []),
      load: (partly) => this.#readList(resource, id, partly),
    }));
  }

  /** A list counts only once it was read: single records of it may be known from elsewhere. */
  #listed(resource: Listed, ownerId: string): readonly string[] | undefined {
    const isRead = this.#phases.get(`list:${resource}:${ownerId}`)?.is === 'loaded';
    return isRead ? (this.store.list(resource, ownerId) ?? []) : undefined;
  }

  async #readRecord<R extends Single>(resource: R, id: string): Promise<number> {
    const { data, seq = 0 } = await this.#api.get<LiveRecords[R]>(recordPath(resource, id));
    this.store.takeRecord(resource, data, seq);
    return seq;
  }

  async #readList(resource: Listed, ownerId: string, partly: () => void): Promise<number> {
    const ids = new Set<string>();
    let oldest = Infinity;
    let cursor: string | undefined;
    do {
      const query = { limit: PAGE, cursor };
      const { data, seq = 0 } = await this.#api.get<Page<LiveRecord>>(
        listPath(resource, ownerId),
        query,
      );
      this.store.takeSnapshot({ resource, records: data.items as LiveRecords[Listed][], seq });
      for (const record of data.items) ids.add(idOf(record));
      oldest = Math.min(oldest, seq);
      cursor = data.nextCursor ?? undefined;
      if (cursor) partly();
    } while (cursor);
    this.store.settleList(resource, ownerId, ids, oldest);
    return oldest;
  }

  /** While the line was down roles may have come and gone, and nobody could say so. */
  async #connected(): Promise<void> {
    await this.#session.load().catch(() => undefined);
    await this.subscriptions.resume();
    this.#dropHidden();
    for (const query of this.#queries.values()) query.revive();
    this.#regrantAll();
    for (const listener of this.#listeners.connected) listener();
  }

  #take(changes: readonly Change[]): void {
    for (const change of changes) {
      this.subscriptions.note(change);
      if (this.store.applyChange(change) === 'missing') this.#miss(change);
      if (change.resource === 'grant') this.#reloadAccounts(change);
    }
    if (changes.some(mayOpenMore)) this.#renewSoon();
    for (const listener of this.#listeners.changes) listener(changes);
  }

  /** Once for a burst of changes: which topics are open is asked for every subscription. */
  #renewSoon(): void {
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(() => void this.#renew(), SETTLE);
  }

  async #renew(): Promise<void> {
    await this.subscriptions.renew();
    this.#regrantAll();
  }

  /**
   * A read can be ahead of the stream: it may have met a barrier that was open again before
   * anything of it arrived here. So whatever is granted, and yet not there, is read once more.
   */
  #regrantAll(): void {
    for (const query of this.#queries.values()) {
      if (query.subscription?.state === 'joined') query.regrant(this.#accessGone);
    }
  }

  /** Too little is known to apply it: perhaps a read under way brings it, else it is fetched. */
  #miss(change: Change): void {
    if (this.#reading > 0) this.#kept.push(change);
    else this.#fetch(change);
  }

  #fetch({ resource, id, organisationId, path }: Change): void {
    const record = this.#queries.get(`record:${resource}:${id}`);
    const owner = resource === 'organisation' ? path.at(-2) : organisationId;
    const list = this.#queries.get(`list:${resource}:${owner ?? ''}`);
    if (record?.isHeld) void record.reload();
    else if (!list?.isHeld) return;
    else if (resource === 'organisation' || resource === 'account') {
      void this.#readRecord(resource, id).catch(() => undefined);
    } else void list.reload();
  }

  /** Accounts are listed with their roles, which travel as records of their own. */
  #reloadAccounts({ organisationId }: Change): void {
    const accounts = this.#queries.get(`list:account:${organisationId}`);
    if (accounts?.isHeld) void accounts.reload();
  }

  async #whileReading<T>(read: () => Promise<T>): Promise<T> {
    this.#reading += 1;
    try {
      return await read();
    } finally {
      this.#reading -= 1;
      if (this.#reading === 0) this.#applyKept();
    }
  }

  #applyKept(): void {
    const kept = this.#kept;
    this.#kept = [];
    for (const change of kept) {
      if (this.store.applyChange(change) === 'missing') this.#fetch(change);
    }
  }

  #access(event: AccessEvent): void {
    const { ended, cause, ...view } = event;
    const { grants } = this.#session;
    this.#session.take(view);
    const lost = grants.find((grant) => !view.grants.some(({ id }) => id === grant.id));
    this.#accessGone = {
      because: 'access',
      ...(cause && { by: cause.actor.displayName, at: cause.at }),
      ...(lost && {
        lost: { role: roleTitle(lost.role), organisation: lost.organisation.displayName },
      }),
    };
    for (const listener of this.#listeners.access) listener(event, grants);
    this.subscriptions.end(ended);
    if (ended.length > 0) this.#dropHidden();
    const isMore = view.grants.some((grant) => !grants.some(({ id }) => id === grant.id));
    if (isMore) this.#renewSoon();
  }

  #dropHidden(): void {
    this.store.retain((resource, record) => {
      const path = this.store.path(
        resource === 'grant'
          ? (record as Grant).organisation.id
          : resource === 'organisation'
            ? idOf(record)
            : (record as { organisationId: string }).organisationId,
      );
      return this.subscriptions.covers(
        topicOf[resource],
        path.map(({ id }) => id),
      );
    });
  }

  #queriesOf(subscription: Subscription): Query<unknown>[] {
    return [...this.#queries.values()].filter((query) => query.subscription === subscription);
  }
}

/** Whether a change may let this person see more of what is followed: a barrier opened, a move. */
function mayOpenMore({ resource, op, fields }: Change): boolean {
  if (resource !== 'organisation') return false;
  return (
    op === 'enter' || (op === 'update' && ('managementMode' in fields || 'parentId' in fields))
  );
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const [getLive, setLive] = createContext<Live>();
