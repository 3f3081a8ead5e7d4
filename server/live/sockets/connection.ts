import type { Socket } from 'socket.io';
import type { EndReason } from '../../../shared/live/contract.ts';
import type { Person } from '../../core/db/person.ts';
import { cutSocket } from './cut-socket.ts';
import { roomsFor, type Subscription } from './subscription.ts';

/** A signed-in socket: its person, its subscriptions, and the rooms that these put it in. */
export class Connection {
  readonly socket: Socket;
  readonly sessionHash: string;
  readonly sessionId: string;
  person: Person;
  #subscriptions = new Map<string, Subscription>();

  constructor(socket: Socket, session: { hash: string; id: string }, person: Person) {
    this.socket = socket;
    this.sessionHash = session.hash;
    this.sessionId = session.id;
    this.person = person;
  }

  get subscriptions(): Subscription[] {
    return [...this.#subscriptions.values()];
  }

  /** The connection follows a subscription; topics followed before in this scope stay. */
  follow(subscription: Subscription): void {
    const key = keyOf(subscription);
    const known = this.#subscriptions.get(key);
    const topics = [...new Set([...(known?.topics ?? []), ...subscription.topics])];
    const asked =
      known && known.asked && subscription.asked
        ? [...new Set([...known.asked, ...subscription.asked])]
        : subscription.asked && !known
          ? subscription.asked
          : null;
    this.#subscriptions.set(key, { ...subscription, topics, asked });
    this.#settleRooms();
  }

  /** The connection stops following the given topics, or the whole scope. */
  unfollow(scope: Subscription['scope'], organisationId: string, topics?: readonly string[]): void {
    const key = keyOf({ scope, organisationId });
    const known = this.#subscriptions.get(key);
    if (!known) return;
    const left = topics ? known.topics.filter((topic) => !topics.includes(topic)) : [];
    if (left.length > 0) this.#subscriptions.set(key, { ...known, topics: left, asked: left });
    else this.#subscriptions.delete(key);
    this.#settleRooms();
  }

  /** The connection takes over new access; the socket is in its new rooms when this returns. */
  settle(person: Person, subscriptions: readonly Subscription[]): void {
    this.person = person;
    this.#subscriptions = new Map(subscriptions.map((entry) => [keyOf(entry), entry]));
    this.#settleRooms();
  }

  /** The client is told why, and disconnected; packets still queued for it are discarded [L5]. */
  end(reason: EndReason): void {
    this.#subscriptions.clear();
    this.#settleRooms();
    cutSocket(this.socket, reason);
  }

  #settleRooms(): void {
    const wanted = new Set(this.subscriptions.flatMap((entry) => roomsFor(entry, this.person)));
    for (const room of this.socket.rooms) {
      if (room !== this.socket.id && !wanted.has(room)) void this.socket.leave(room);
    }
    // A socket that closed has left all rooms for good, and would stay in any that it joined now.
    if (!this.socket.connected) return;
    for (const room of wanted) void this.socket.join(room);
  }
}

function keyOf({ scope, organisationId }: Pick<Subscription, 'scope' | 'organisationId'>): string {
  return `${scope}:${organisationId}`;
}
