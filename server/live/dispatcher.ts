import type { Server } from 'socket.io';
import type { EndedSubscription } from '../../shared/live/contract.ts';
import { viewSession } from '../accounts/find-session.ts';
import { whyEnded } from '../accounts/session-facts.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Clock } from '../core/clock.ts';
import type { Database, EntityManager } from '../core/db/open-database.ts';
import { Reading, type WorkParts } from '../core/db/work.ts';
import type { Log } from '../core/log.ts';
import { closedWhenDeleted } from '../organisations/open-inside.ts';
import { locate } from '../organisations/require-organisation.ts';
import { applyBarrier, concerns, concernsSummary, mayChangeAccess } from './access-changes.ts';
import type { Connection } from './connection.ts';
import { seenBefore } from './deliver.ts';
import { Outbox } from './outbox.ts';
import { Presence, type SeatMessage } from './presence.ts';
import { isSlow } from './slow-readers.ts';
import { grantedTopics, type Subscription } from './subscription.ts';

const LOOK_FOR_SLOW_MS = 1_000;

/** What the dispatcher stands on. */
export interface DispatcherParts {
  database: Database;
  clock: Clock;
  log: Log;
  loadPerson: WorkParts['loadPerson'];
  /** Whether other nodes share the database. */
  isClustered: boolean;
}

/**
 * Hands the log's commits to this node's sockets. A commit that changes access first recomputes
 * the rooms of everybody it concerns; only then is anything of it, or later than it, emitted. So
 * a reader never receives what was committed after their access ended [L3].
 */
export class Dispatcher {
  readonly presence: Presence;
  readonly outbox: Outbox;
  readonly #io: Server;
  readonly #parts: DispatcherParts;
  readonly #connections = new Map<string, Connection>();
  readonly #closed = new Set<string>();
  #accessVersion = 0;
  #settling: Promise<void> | null = null;
  readonly #watch: NodeJS.Timeout;

  /** Whether an organisation manages itself, as of the last change that was delivered. */
  readonly isClosed = (organisationId: string): boolean => this.#closed.has(organisationId);

  constructor(io: Server, parts: DispatcherParts) {
    this.#io = io;
    this.#parts = parts;
    this.presence = new Presence({
      io,
      clock: parts.clock,
      isClosed: this.isClosed,
      connectionOf: (id) => this.connectionOf(id),
      tellOthers: (message) => {
        if (parts.isClustered) io.serverSideEmit('seat', message);
      },
    });
    this.outbox = new Outbox(io, this.isClosed);
    this.#watch = setInterval(() => {
      for (const connection of this.#all()) if (isSlow(connection.socket)) connection.end('slow');
    }, LOOK_FOR_SLOW_MS);
    this.#watch.unref();
    io.on('seat', (message: SeatMessage) => {
      this.presence.hear(message);
    });
  }

  /** Reads which organisations are closed; before the feed starts. */
  async start(): Promise<void> {
    const em = this.#em();
    const rows = await em.execute<{ id: string }[]>(
      `select id from organisations where management_mode = 'self-managed'`,
    );
    const gone = await closedWhenDeleted(em);
    for (const id of [...rows.map(({ id }) => id), ...gone]) this.#closed.add(id);
  }

  /**
   * Grows with every delivered commit that may change access. Who decides something and then
   * joins compares it: unchanged means that the decision still holds at the moment of joining.
   */
  get accessVersion(): number {
    return this.#accessVersion;
  }

  add(connection: Connection): void {
    this.#connections.set(connection.socket.id, connection);
  }

  remove(connection: Connection): void {
    this.presence.set(connection, null);
    this.#connections.delete(connection.socket.id);
  }

  connectionOf(socketId: string): Connection | undefined {
    return this.#connections.get(socketId);
  }

  countOf(accountId: string): number {
    return [...this.#connections.values()].filter(({ person }) => person.accountId === accountId)
      .length;
  }

  /** Ends every connection of this node: it stops, or cannot follow the log any more. */
  endAll(): void {
    for (const connection of this.#connections.values()) connection.end('going-away');
  }

  stop(): void {
    clearInterval(this.#watch);
    this.presence.stop();
    this.endAll();
  }

  /** Resolves when no change of access is being applied. */
  async whenSettled(): Promise<void> {
    while (this.#settling) await this.#settling;
  }

  /** Delivers one commit. */
  readonly deliver = async (rows: ChangeRow[]): Promise<void> => {
    if (rows.some(mayChangeAccess)) {
      this.#settling = this.#applyAccess(rows).finally(() => {
        this.#settling = null;
      });
      await this.#settling;
    } else {
      this.outbox.push(rows, seenBefore(this.#io, rows, this.isClosed));
    }
    const informed = this.#all().filter((entry) =>
      rows.some((row) => concernsSummary(row, entry) && !concerns(row, entry)),
    );
    if (informed.length > 0) void this.#inform(informed);
  };

  /** What was committed before leaves for who could see it then; this commit for who can now. */
  async #applyAccess(rows: ChangeRow[]): Promise<void> {
    this.outbox.flush();
    const before = seenBefore(this.#io, rows, this.isClosed);
    for (const row of rows) applyBarrier(this.#closed, row);
    this.#accessVersion += 1;
    for (const connection of this.#all()) {
      const cause = rows.find((row) => concerns(row, connection));
      if (cause) await this.#settle(connection, cause);
    }
    this.outbox.push(rows, before);
    this.outbox.flush();
  }

  #all(): Connection[] {
    return [...this.#connections.values()];
  }

  /** Applies what access now allows, or ends the connection where nothing is left of it. */
  async #settle(connection: Connection, cause?: ChangeRow): Promise<void> {
    try {
      const em = this.#em();
      const now = this.#parts.clock.now();
      const person = await this.#parts.loadPerson(em, connection.sessionHash, now);
      if (!person) {
        const { accountId } = connection.person;
        connection.end(await whyEnded(em, accountId, connection.sessionHash, now));
        return;
      }
      const kept: Subscription[] = [];
      const ended: EndedSubscription[] = [];
      for (const subscription of connection.subscriptions) {
        const { scope, organisationId, asked } = subscription;
        const located = await locate(em, organisationId);
        const topics = located ? grantedTopics(person, located, asked) : [];
        const lost = subscription.topics.filter((topic) => !topics.includes(topic));
        if (lost.length > 0) ended.push({ scope, organisationId, topics: lost });
        if (located && topics.length > 0) {
          kept.push({ ...subscription, topics, path: located.organisation.ancestry() });
        }
      }
      connection.settle(person, kept);
      this.presence.recheck(connection);
      await this.#announce(connection, ended, cause);
    } catch (error) {
      this.#parts.log.error({ err: error }, 'access could not be recomputed: a socket is closed');
      connection.end('going-away');
    }
  }

  /** Tells a connection its new access, and which subscriptions no longer hold. */
  async #announce(
    connection: Connection,
    ended: EndedSubscription[],
    cause?: ChangeRow,
  ): Promise<void> {
    const reading = new Reading(this.#em(), this.#parts.clock.now(), connection.person);
    const session = await viewSession(reading, connection.sessionHash);
    connection.socket.emit('access', {
      ...session,
      ended,
      ...(cause && {
        cause: {
          actor: { id: cause.actorId, displayName: cause.actorName },
          at: cause.at.toISOString(),
        },
      }),
    });
  }

  #em(): EntityManager {
    return this.#parts.database.em.fork();
  }

  async #inform(connections: readonly Connection[]): Promise<void> {
    for (const connection of connections) {
      try {
        await this.#announce(connection, []);
      } catch (error) {
        this.#parts.log.error({ err: error }, 'an access summary could not be sent');
      }
    }
  }
}
