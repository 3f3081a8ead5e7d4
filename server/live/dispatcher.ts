import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Server } from 'socket.io';
import type { EndReason } from '../../shared/live/contract.ts';
import type { AccessEffects } from '../core/changes/access-effect.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/db/open-database.ts';
import { InFlight } from '../core/in-flight.ts';
import type { Log } from '../core/log.ts';
import { every, runSafely, type Timer } from '../core/timers.ts';
import { closedWhenDeleted } from '../organisations/open-inside.ts';
import { applyAccess, eachAccess } from './apply-access.ts';
import type { Connection } from './sockets/connection.ts';
import { Connections } from './sockets/connections.ts';
import { seenBefore } from './deliver.ts';
import { Outbox } from './outbox.ts';
import { Presence, type SeatMessage } from './presence.ts';
import type { AccessNow } from './read-access.ts';
import { isSlow } from './sockets/slow-readers.ts';

const LOOK_FOR_SLOW_MS = 250;

/** Thrown to end a run whose decision is outdated, so that it begins again. */
const accessChanged = new Error('Access changed while it was decided by.');

export interface DispatcherParts {
  database: Database;
  clock: Clock;
  log: Log;
  accessEffects: AccessEffects;
  accessChanges: () => void;
  /** Whether other nodes share the database. */
  isClustered: boolean;
}

/**
 * The dispatcher hands the log's commits to this node's sockets. A commit that changes access first
 * recomputes the rooms of everybody it concerns; only then is anything of it, or later than it,
 * emitted. So a reader never receives what was committed after their access ended [L3].
 */
export class Dispatcher {
  readonly connections = new Connections();
  readonly presence: Presence;
  readonly outbox: Outbox;
  /** The requests of sockets in progress, beside the ordered loop. */
  readonly inFlight = new InFlight();
  readonly #io: Server;
  readonly #parts: DispatcherParts;
  readonly #closed = new Set<string>();
  /** A counter that grows with every delivered commit that may change access. */
  #accessVersion = 0;
  #settling: Promise<void> | null = null;
  readonly #uninformed = new Set<Connection>();
  #isInforming = false;
  readonly #watch: Timer;

  /** Whether an organisation manages itself, as of the last change that was delivered. */
  readonly isClosed = (organisationId: string): boolean => this.#closed.has(organisationId);

  constructor(io: Server, parts: DispatcherParts) {
    this.#io = io;
    this.#parts = parts;
    this.presence = new Presence({
      io,
      clock: parts.clock,
      log: parts.log,
      isClosed: this.isClosed,
      connectionOf: (id) => this.connections.of(id),
      tellOthers: (message) => {
        if (parts.isClustered) io.serverSideEmit('seat', message);
      },
    });
    this.outbox = new Outbox(io, this.isClosed, parts.log);
    const { log } = parts;
    this.#watch = every(LOOK_FOR_SLOW_MS, {
      log,
      failure: 'slow readers were not looked for',
      run: () => {
        for (const connection of this.connections.all) {
          if (isSlow(connection.socket)) connection.end('slow');
        }
      },
    });
    io.on('seat', (message: SeatMessage) => {
      const failure = 'what another node said of presence could not be taken';
      runSafely({ log, failure, run: () => this.presence.hear(message) });
    });
  }

  /**
   * The dispatcher reads which organisations are closed after the feed has set its cursor: a commit
   * in between is then applied twice rather than missed.
   */
  async start(): Promise<void> {
    const em = this.#parts.database.em.fork();
    const rows = await em.execute<{ id: string }[]>(
      `select id from organisations where management_mode = 'self-managed'`,
    );
    const gone = await closedWhenDeleted(em);
    this.#closed.clear();
    for (const id of [...rows.map(({ id }) => id), ...gone]) this.#closed.add(id);
  }

  remove(connection: Connection): void {
    this.presence.set(connection, null);
    this.connections.remove(connection);
    this.#uninformed.delete(connection);
  }

  /**
   * The dispatcher ends every connection of this node: it stops, or cannot follow the log any more.
   */
  endAll(): void {
    for (const connection of this.connections.all) connection.end('going-away');
  }

  stop(): void {
    this.#watch.cancel();
    this.presence.stop();
    this.endAll();
  }

  /**
   * The dispatcher runs a decision about access and the act that follows. In between, `run` calls
   * `requireHeld` and acts in the same turn; where access has changed meanwhile, that call throws,
   * and `run` begins again once the change is applied.
   */
  async whileAccessHolds<T>(run: (requireHeld: () => void) => Promise<T>): Promise<T> {
    for (;;) {
      while (this.#settling) await this.#settling;
      const version = this.#accessVersion;
      try {
        return await run(() => {
          if (this.#accessVersion !== version) throw accessChanged;
        });
      } catch (error) {
        if (error !== accessChanged) throw error;
      }
    }
  }

  /**
   * The dispatcher delivers one commit; `delivered` is called in the turn in which it is emitted.
   */
  readonly deliver = async (rows: ChangeRow[], delivered: () => void): Promise<void> => {
    if (this.#parts.accessEffects.changeAccess(rows)) {
      this.#settling = this.#applyAccess(rows, delivered).finally(() => {
        this.#settling = null;
      });
      await this.#settling;
    } else {
      const before = seenBefore(this.#io, rows, this.isClosed);
      this.#applyBarriers(rows);
      this.outbox.push(rows, before);
      delivered();
    }
    for (const connection of this.connections.all) {
      if (rows.some((row) => this.#explains(row, connection))) this.#uninformed.add(connection);
    }
    this.#tellOfSessions(rows);
    runSafely({
      log: this.#parts.log,
      failure: 'new summaries could not be sent',
      run: () => this.inFlight.track(this.#inform()),
    });
  };

  /** Earlier commits are emitted under the old access, this commit under the new. */
  async #applyAccess(rows: ChangeRow[], delivered: () => void): Promise<void> {
    this.outbox.flush();
    const before = seenBefore(this.#io, rows, this.isClosed);
    this.#applyBarriers(rows);
    this.#accessVersion += 1;
    this.#parts.accessChanges();
    const { accessEffects } = this.#parts;
    const causes = new Map<Connection, ChangeRow>();
    for (const connection of this.connections.all) {
      const cause = rows.find((row) => accessEffects.concern(row, connection));
      if (cause) causes.set(connection, cause);
    }
    await this.#eachAccess([...causes.keys()], (connection, access) => {
      this.#settle(connection, access, causes.get(connection));
    });
    this.outbox.push(rows, before);
    this.outbox.flush();
    delivered();
  }

  /**
   * Every commit is checked: an organisation may be created or restored closed, which changes
   * nobody's access but decides how far its inner changes go [L4].
   */
  #applyBarriers(rows: readonly ChangeRow[]): void {
    for (const row of rows) {
      const isClosed = this.#parts.accessEffects.of(row).closes?.(row);
      if (isClosed === true) this.#closed.add(row.recordId);
      if (isClosed === false) this.#closed.delete(row.recordId);
    }
  }

  /** Whether the row changes only the names that explain the connection's access. */
  #explains(row: ChangeRow, connection: Connection): boolean {
    const { accessEffects } = this.#parts;
    const isExplaining = accessEffects.of(row).explains?.(row, connection) ?? false;
    return isExplaining && !accessEffects.concern(row, connection);
  }

  /** Sessions are in no change log: the pages of their person are told to read the list again. */
  #tellOfSessions(rows: readonly ChangeRow[]): void {
    const accounts = new Set(
      rows.flatMap((row) => this.#parts.accessEffects.of(row).relists?.(row) ?? []),
    );
    if (accounts.size === 0) return;
    for (const { person, socket } of this.connections.all) {
      if (accounts.has(person.accountId) && !person.token) socket.emit('sessions');
    }
  }

  /**
   * New access summaries are sent beside the ordered loop, since a name in an explanation is not
   * access. A summary that was read before access changed is read again.
   */
  async #inform(): Promise<void> {
    if (this.#isInforming) return;
    this.#isInforming = true;
    while (this.#uninformed.size > 0) {
      await nextTurn();
      const version = this.#accessVersion;
      const concerned = [...this.#uninformed];
      this.#uninformed.clear();
      await this.#eachAccess(concerned, (connection, access) => {
        if (version === this.#accessVersion) this.#settle(connection, access);
        else this.#uninformed.add(connection);
      });
    }
    this.#isInforming = false;
  }

  #eachAccess(
    concerned: readonly Connection[],
    apply: (connection: Connection, access: AccessNow | EndReason) => void,
  ): Promise<void> {
    return eachAccess(this.#parts, concerned, this.connections, apply);
  }

  #settle(connection: Connection, access: AccessNow | EndReason, cause?: ChangeRow): void {
    this.#uninformed.delete(connection);
    applyAccess(connection, access, { presence: this.presence, cause });
  }
}
