import type { Server } from 'socket.io';
import type { Role } from '../../shared/access/roles.ts';
import type { Presence as Person } from '../../shared/live/contract.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { every, after, type Timer } from '../core/timers.ts';
import { isOpenInside } from '../organisations/open-inside.ts';
import type { Connection } from './sockets/connection.ts';
import { type IsClosed, roomsOf } from './sockets/rooms.ts';
import { isShown, type Subscription } from './sockets/subscription.ts';

const SEND_AFTER_MS = 100;
const SWEEP_EVERY_MS = 5_000;
const FORGET_AFTER_MS = 60_000;

/** The organisation, view and field that a socket reports for its person. */
export interface Whereabouts {
  path: string[];
  view: string | null;
  field: string | null;
}

/** The person who takes a seat, with what decides who may see them. */
interface Sitter {
  accountId: string;
  displayName: string;
  grants: readonly { role: Role; organisationId: string }[];
}

interface Seat extends Whereabouts {
  sitter: Sitter;
  since: string;
  heardAt: number;
}

/** A message between nodes: a seat taken or renewed, or with `null` given up. */
export interface SeatMessage {
  socketId: string;
  seat: Omit<Seat, 'heardAt'> | null;
}

export interface PresenceParts {
  io: Server;
  clock: Clock;
  log: Log;
  isClosed: IsClosed;
  connectionOf: (socketId: string) => Connection | undefined;
  /** The message is sent to the other nodes, if there are any. */
  tellOthers: (message: SeatMessage) => void;
}

/**
 * The record of who is where, in memory only: a seat is in no log and ends with its connection.
 * Followers of an organisation's directory get its whole short list, at most every 100 ms; those
 * outside a closed barrier are not told who is inside, those inside are told everybody [L9].
 */
export class Presence {
  readonly #parts: PresenceParts;
  readonly #seats = new Map<string, Seat>();
  readonly #pending = new Map<string, readonly string[]>();
  readonly #sweeper: Timer;
  #sender: Timer | null = null;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    const { log } = parts;
    const failure = 'seats that nobody renews were not given up';
    this.#sweeper = every(SWEEP_EVERY_MS, { log, failure, run: () => this.#sweep() });
  }

  stop(): void {
    this.#sweeper.cancel();
    this.#sender?.cancel();
  }

  /** A seat is taken or renewed; `null` gives it up. */
  set(connection: Connection, whereabouts: Whereabouts | null): void {
    const { id: socketId } = connection.socket;
    const known = this.#seats.get(socketId);
    if (!known && !whereabouts) return;
    const isSamePlace = known && whereabouts && known.path.at(-1) === whereabouts.path.at(-1);
    const { accountId, displayName, grants } = connection.person;
    const seat = whereabouts && {
      ...whereabouts,
      sitter: {
        accountId,
        displayName,
        grants: grants.map(({ role, organisationId }) => ({ role, organisationId })),
      },
      since: isSamePlace ? known.since : this.#parts.clock.now().toISOString(),
    };
    this.hear({ socketId, seat });
    this.#parts.tellOthers({ socketId, seat });
  }

  /** A seat message of this or another node is applied. */
  hear({ socketId, seat }: SeatMessage): void {
    const known = this.#seats.get(socketId);
    if (seat) {
      this.#seats.set(socketId, { ...seat, heardAt: this.#parts.clock.elapsed() });
    } else {
      this.#seats.delete(socketId);
    }
    if (known && known.path.at(-1) !== seat?.path.at(-1)) this.#announce(known.path);
    const isNews =
      known?.path.at(-1) !== seat?.path.at(-1) ||
      known?.view !== seat?.view ||
      known?.field !== seat?.field;
    if (seat && isNews) this.#announce(seat.path);
  }

  /** After a change of access, a seat out of reach is given up; else the list is sent again. */
  recheck(connection: Connection): void {
    const seat = this.#seats.get(connection.socket.id);
    if (!seat) return;
    const isStill = connection.person.grants.some(({ organisationId }) =>
      seat.path.includes(organisationId),
    );
    if (isStill) this.#announce(seat.path);
    else this.set(connection, null);
  }

  /** A new follower is sent the lists of those already there. */
  greet(connection: Connection, subscription: Subscription): void {
    const { isClosed } = this.#parts;
    const paths = new Map([...this.#seats.values()].map(({ path }) => [path.at(-1), path]));
    for (const path of paths.values()) {
      if (!isShown(subscription, connection.person, 'directory', path, isClosed)) continue;
      const isInside = this.#isInside(connection.person, path);
      connection.socket.emit('presence', this.#listFor(path, isInside));
    }
  }

  #announce(path: readonly string[]): void {
    this.#pending.set(path.at(-1) ?? '', path);
    const { log } = this.#parts;
    const failure = 'who is where could not be sent';
    this.#sender ??= after(SEND_AFTER_MS, { log, failure, run: () => this.#send() });
  }

  #send(): void {
    this.#sender = null;
    const paths = [...this.#pending.values()];
    this.#pending.clear();
    for (const path of paths) this.#sendOne(path);
  }

  #sendOne(path: readonly string[]): void {
    const { io, isClosed, connectionOf } = this.#parts;
    const { rooms } = io.of('/').adapter;
    const readers = new Set(
      roomsOf(path, 'directory', isClosed).flatMap((room) => [...(rooms.get(room) ?? [])]),
    );
    const byView = { inside: [] as string[], outside: [] as string[] };
    for (const id of readers) {
      const connection = connectionOf(id);
      if (connection) {
        byView[this.#isInside(connection.person, path) ? 'inside' : 'outside'].push(id);
      }
    }
    for (const [view, ids] of Object.entries(byView)) {
      if (ids.length === 0) continue;
      // Not volatile, since a reader would get only the first of several lists that leave at once.
      io.local.to(ids).emit('presence', this.#listFor(path, view === 'inside'));
    }
  }

  #listFor(path: readonly string[], isInside: boolean) {
    const organisationId = path.at(-1) ?? '';
    const people = new Map<string, Person>();
    for (const seat of this.#seats.values()) {
      if (seat.path.at(-1) !== organisationId) continue;
      if (!isInside && this.#isInside(seat.sitter, path)) continue;
      const { accountId, displayName } = seat.sitter;
      const known = people.get(accountId);
      people.set(accountId, {
        accountId,
        displayName,
        view: seat.view ?? known?.view ?? null,
        field: seat.field ?? known?.field ?? null,
        since: [seat.since, known?.since ?? '9'].sort()[0] as string,
      });
    }
    return { organisationId, people: [...people.values()] };
  }

  #isInside(sitter: Sitter, path: readonly string[]): boolean {
    return isOpenInside(sitter, path, this.#parts.isClosed);
  }

  #sweep(): void {
    const oldest = this.#parts.clock.elapsed() - FORGET_AFTER_MS;
    for (const [socketId, seat] of this.#seats) {
      if (seat.heardAt < oldest) this.hear({ socketId, seat: null });
    }
  }
}
