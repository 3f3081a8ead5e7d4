import { createContext } from 'svelte';
import type { Grant } from '../../shared/access/contract.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Session } from '../core/session.svelte.ts';
import { AccessFollower } from './access-follower.ts';
import { Audience } from './audience.ts';
import { Barriers } from './barriers.ts';
import { Burst } from './burst.ts';
import { type AccessEvent, Connection, type PresenceEvent } from './connection.svelte.ts';
import { Edits } from './edits/edits.svelte.ts';
import { Queries } from './queries.svelte.ts';
import type { Query } from './query.svelte.ts';
import { Reader } from './reader.ts';
import { type Listed, type LiveRecords, RecordTypes, type Single } from './records.ts';
import { LiveStore } from './store/store.svelte.ts';
import { Subscriptions } from './subscriptions.ts';
import type { LiveSurroundings } from './surroundings.ts';
import { Undo } from './edits/undo.svelte.ts';
import { Ways } from './ways.ts';

/** A listener to changes of one's own access, with the grants held before. */
type AccessListener = (event: AccessEvent, before: readonly Grant[]) => void;

/** The pause that ends a burst: one move, or a replaced role, changes access several times. */
const SETTLE = 250;

/**
 * The live data of the signed-in person. A view asks for what it shows and gets a `Query`;
 * following it, catching up after a reconnect and removing it with the access happen here.
 */
export class Live {
  readonly types: RecordTypes;
  readonly store: LiveStore;
  readonly connection: Connection;
  readonly subscriptions: Subscriptions;
  readonly edits: Edits;
  readonly undo: Undo;
  readonly #session: Session;
  readonly #reader: Reader;
  readonly #queries: Queries;
  readonly #follower: AccessFollower;
  readonly #told = {
    changes: new Audience<[changes: readonly Change[]]>(),
    access: new Audience<[event: AccessEvent, before: readonly Grant[]]>(),
    presence: new Audience<[event: PresenceEvent | null]>(),
    connected: new Audience<[]>(),
  };
  readonly #ways: Ways;
  /** The renewal of all subscriptions' topics, once per burst of changes. */
  readonly #renewal = new Burst(SETTLE, () => void this.#renew());

  constructor({ records, api, session, open, storage, tabs }: LiveSurroundings) {
    this.#session = session;
    this.#follower = new AccessFollower(session);
    this.types = new RecordTypes(records);
    this.store = new LiveStore(this.types, (resource, record) =>
      this.subscriptions.hides(this.types.of(resource).topic, this.#ways.of(resource, record)),
    );
    this.#ways = new Ways(this.types, () => this.store);
    this.#reader = new Reader(api, this, (change) => {
      this.#queries.fetch(change);
    });
    this.connection = new Connection(open, {
      connected: () => void this.#connected(),
      lost: () => {
        this.subscriptions.lost();
      },
      doubted: () => void session.load().catch(() => undefined),
      answers: () => session.isAnswered(),
      blocked: () => {
        this.edits.resume();
        for (const query of this.#queries.all) void query.reload();
        this.#told.connected.tell();
      },
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
        this.#told.presence.tell(event);
      },
    });
    this.edits = new Edits({
      api,
      session,
      storage: storage ?? (() => sessionStorage),
      tabs,
      store: this.store,
      types: this.types,
      reader: this.#reader,
      isOffline: () => this.connection.state.is === 'offline',
    });
    this.undo = new Undo(this.edits);
    this.#queries = new Queries({
      types: this.types,
      store: this.store,
      reader: this.#reader,
      subscriptions: () => this.subscriptions,
      barriers: new Barriers(this, session, this.#reader),
    });
    this.subscriptions = new Subscriptions(this.connection, {
      changes: (changes) => {
        this.#take(changes);
      },
      reset: (subscription) => {
        for (const query of this.#queries.of(subscription)) void query.reload();
      },
      regranted: (subscription) => {
        for (const query of this.#queries.of(subscription)) query.regrant(this.#follower.gone);
      },
      pathBefore: ({ organisationId }) =>
        this.store.get('organisation', organisationId)?.path.map((link) => link.id),
      renewed: () => {
        this.store.clear();
        for (const query of this.#queries.all) void query.reload();
      },
    });
  }

  start(): void {
    void this.connection.start();
    if (this.#session.accountId !== undefined) this.edits.begin(this.#session.accountId);
  }

  /** The connection is restarted for a session that replaced the previous one; all data stays. */
  restart(): void {
    this.connection.stop();
    this.subscriptions.lost();
    void this.connection.start();
  }

  /** The connection ends and all data is dropped: somebody else may sign in next. */
  stop(): void {
    this.#renewal.stop();
    this.edits.end();
    this.undo.clear();
    this.connection.stop();
    this.subscriptions.clear();
    this.#queries.clear();
    this.#reader.forget();
    this.store.clear();
  }

  /** One record, followed with all that belongs to its organisation. */
  record<R extends Single>(resource: R, id: string): Query<LiveRecords[R]> {
    return this.#queries.record(resource, id);
  }

  /** The ids of the organisations directly below, by name. */
  children(id: string): Query<readonly string[]> {
    return this.#queries.children(id);
  }

  /** The records of a type that are listed at an organisation, or at a record there. */
  list<R extends Exclude<Listed, 'organisation'>>(
    resource: R,
    ownerId: string,
    organisationId = ownerId,
  ): Query<readonly LiveRecords[R][]> {
    return this.#queries.list(resource, ownerId, organisationId);
  }

  /** Whether there are organisations below: exact while they are followed, else as last known. */
  hasChildren(id: string): boolean {
    return this.#queries.hasChildren(id);
  }

  /** The number of organisations directly below, as far as it is known. */
  childCount(id: string): number {
    return this.#queries.childCount(id);
  }

  /** The listener gets every batch of applied changes, until the returned function is called. */
  onChanges(listener: (changes: readonly Change[]) => void): () => void {
    return this.#told.changes.join(listener);
  }

  onAccess(listener: AccessListener): () => void {
    return this.#told.access.join(listener);
  }

  /** The listener is told who is where, and `null` when a new connection begins to tell it. */
  onPresence(listener: (event: PresenceEvent | null) => void): () => void {
    return this.#told.presence.join(listener);
  }

  /** The listener is told when something may have been missed: the line is up, or blocked. */
  onConnected(listener: () => void): () => void {
    return this.#told.connected.join(listener);
  }

  /** Roles may have changed while the connection was down, so the session is read first. */
  async #connected(): Promise<void> {
    this.#follower.begin();
    this.#told.presence.tell(null);
    await this.#session.load().catch(() => undefined);
    this.edits.resume();
    await this.subscriptions.resume();
    this.#dropHidden();
    for (const query of this.#queries.all) query.revive();
    this.#queries.regrantAll(this.#follower.gone);
    this.#told.connected.tell();
  }

  #take(changes: readonly Change[]): void {
    for (const change of changes) {
      this.subscriptions.note(change);
      if (this.store.applyChange(change) === 'missing') this.#reader.miss(change);
      this.#queries.reloadWith(change);
    }
    if (changes.some(opensMore)) this.#renewal.soon();
    this.#told.changes.tell(changes);
  }

  async #renew(): Promise<void> {
    await this.subscriptions.renew();
    this.#queries.regrantAll(this.#follower.gone);
  }

  #access(event: AccessEvent): void {
    const { before, mayOpenMore } = this.#follower.take(event);
    this.#told.access.tell(event, before);
    this.subscriptions.end(event.ended);
    if (event.ended.length > 0) this.#dropHidden();
    if (mayOpenMore) this.#renewal.soon();
  }

  #dropHidden(): void {
    this.store.retain((resource, record) => {
      const path = this.#ways.to(this.types.of(resource).organisationOf(record));
      return this.subscriptions.covers(this.types.of(resource).topicOf(record), path);
    });
    this.#queries.forgetReleased();
  }
}

/** Whether a change may open topics to this person: a barrier that opened, or a move. */
function opensMore({ resource, op, fields }: Change): boolean {
  if (resource !== 'organisation') return false;
  return (
    op === 'enter' || (op === 'update' && ('managementMode' in fields || 'parentId' in fields))
  );
}

export const [getLive, setLive] = createContext<Live>();
