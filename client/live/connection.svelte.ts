import type { Socket } from 'socket.io-client';
import type { Change, EndedSubscription, EndReason, Presence } from '../../shared/live/contract.ts';
import type { SessionView } from '../../shared/sign-in/contract.ts';
import { serverTime } from '../core/server-clock.ts';
import { Audience } from './audience.ts';
import { reconnectWait } from './reconnect-wait.ts';

/** The reasons for which the server accepts this connection only after a new sign-in. */
export type Refused = 'signed-out' | 'expired' | 'disabled';

/** The state of the live connection, with the facts to show. Times are in milliseconds. */
export type ConnectionState =
  | { is: 'offline'; since: number; retryAt: number | undefined }
  /** Requests work, but live updates do not, for example because of a proxy. */
  | { is: 'blocked'; since: number; readAt: number }
  | { is: 'connecting'; attempt: number }
  | { is: 'catching-up'; remaining: number }
  | { is: 'live'; since: number }
  | { is: 'refused'; reason: Refused };

/** The new summary of the session's access; who caused it and when, where the server says so. */
export type AccessEvent = SessionView & {
  ended: EndedSubscription[];
  cause?: { actor: { id: string; displayName: string }; at: string };
};

export interface PresenceEvent {
  organisationId: string;
  people: Presence[];
}

/** The callbacks of the connection; `lost` comes once each time that it was up. */
export interface ConnectionEvents {
  connected: () => void;
  lost: () => void;
  /** The server does not know this session, so the client should check whether it still exists. */
  doubted: () => void;
  /** Asked when handshakes fail: whether the server answers requests at all. */
  answers: () => Promise<boolean>;
  /** Live updates are blocked, so data has to be polled; called again while that lasts. */
  blocked: () => void;
  refused: (reason: Refused) => void;
  changes: (changes: Change[]) => void;
  access: (event: AccessEvent) => void;
  presence: (event: PresenceEvent) => void;
}

interface ServerEvents {
  changes: (changes: Change[]) => void;
  access: (event: AccessEvent) => void;
  presence: (event: PresenceEvent) => void;
  sessions: () => void;
  ended: (event: { reason: EndReason }) => void;
}

type ClientEvents = Record<
  string,
  (payload: unknown, acknowledge: (answer: unknown) => void) => void
>;
export type LiveSocket = Socket<ServerEvents, ClientEvents>;

const ANSWER_WITHIN = 15_000;
/** The failed handshakes in a row after which a proxy is suspected of blocking them. */
const SUSPICIOUS = 2;
/** The interval of polling while live updates are blocked, in milliseconds. */
export const READ_EVERY = 30_000;
const final: readonly EndReason[] = ['signed-out', 'expired', 'disabled'];

/**
 * The socket to the server, kept connected while somebody is signed in. It reconnects with full
 * jitter, since after a server restart all clients reconnect at once, and stops when the session
 * ends.
 */
export class Connection {
  readonly #open: () => Promise<LiveSocket>;
  readonly #tell: ConnectionEvents;
  readonly #sessions = new Audience<[]>();
  #state = $state.raw<ConnectionState>({ is: 'connecting', attempt: 0 });
  #socket: LiveSocket | undefined;
  #running = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** When to poll again, by a monotonic clock. */
  #readFrom = 0;

  /** `open` makes a socket that does not connect or reconnect by itself. */
  constructor(open: () => Promise<LiveSocket>, tell: ConnectionEvents) {
    this.#open = open;
    this.#tell = tell;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get isUp(): boolean {
    return this.#socket?.connected === true;
  }

  async start(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#attempt = 0;
    this.#state = { is: 'connecting', attempt: 0 };
    try {
      const socket = await this.#open();
      if (!this.#running) return;
      this.#socket = socket;
      this.#listen(socket);
      socket.connect();
    } catch {
      this.#running = false;
      this.#state = { is: 'offline', since: serverTime(), retryAt: undefined };
    }
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#retry);
    this.#socket?.removeAllListeners();
    this.#socket?.disconnect();
    this.#socket = undefined;
    this.#state = { is: 'connecting', attempt: 0 };
  }

  /**
   * The listener is called when a session of this account begins or ends elsewhere, until the
   * returned function is called.
   */
  onSessions(listener: () => void): () => void {
    return this.#sessions.join(listener);
  }

  /** The connection retries at once: the network is back, or the person asked for it. */
  retryNow(): void {
    if (this.#state.is !== 'offline' && this.#state.is !== 'blocked') return;
    this.#attempt = 0;
    if (this.#running) this.#connect();
    else void this.start();
  }

  /** A request over the socket; a missing answer ends the connection. */
  async ask<Answer>(event: string, payload: unknown): Promise<Answer> {
    const socket = this.#socket;
    if (!socket?.connected) throw new Error('Not connected.');
    try {
      return (await socket.timeout(ANSWER_WITHIN).emitWithAck(event, payload)) as Answer;
    } catch (error) {
      // Silence on an open connection means that it is dead; a fresh one resumes where this ended.
      if (socket.connected) socket.disconnect();
      throw error;
    }
  }

  /** The number of subscriptions still to resume; with none left, the connection is live. */
  catchingUp(remaining: number): void {
    if (!this.isUp) return;
    if (remaining > 0) this.#state = { is: 'catching-up', remaining };
    else if (this.#state.is !== 'live') this.#state = { is: 'live', since: serverTime() };
  }

  #listen(socket: LiveSocket): void {
    socket.on('connect', () => {
      this.#attempt = 0;
      this.#state = { is: 'catching-up', remaining: 0 };
      this.#tell.connected();
    });
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      if (error.data?.code === 'unauthenticated') this.#tell.doubted();
      this.#wait();
      if (error.data?.code !== 'unavailable') void this.#suspect();
    });
    socket.on('disconnect', () => {
      this.#tell.lost();
      if (this.#state.is !== 'refused') this.#wait();
    });
    socket.on('ended', ({ reason }) => {
      if (final.includes(reason)) this.#refuse(reason as Refused);
    });
    socket.on('changes', this.#tell.changes);
    socket.on('access', this.#tell.access);
    socket.on('presence', this.#tell.presence);
    socket.on('sessions', () => {
      this.#sessions.tell();
    });
  }

  #refuse(reason: Refused): void {
    this.#state = { is: 'refused', reason };
    this.#running = false;
    clearTimeout(this.#retry);
    this.#tell.refused(reason);
  }

  #wait(): void {
    if (!this.#running) return;
    const wait = reconnectWait(this.#attempt);
    this.#attempt += 1;
    if (this.#state.is !== 'blocked') {
      this.#state = { is: 'offline', since: this.#downSince, retryAt: serverTime() + wait };
    }
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#connect();
    }, wait);
  }

  get #downSince(): number {
    const { is } = this.#state;
    return is === 'offline' || is === 'blocked' ? this.#state.since : serverTime();
  }

  async #suspect(): Promise<void> {
    if (this.#attempt < SUSPICIOUS) return;
    if (this.#state.is === 'blocked' && performance.now() < this.#readFrom) return;
    this.#readFrom = performance.now() + READ_EVERY;
    const answers = await this.#tell.answers();
    if (!this.#running || this.isUp) return;
    const since = this.#downSince;
    this.#state = answers
      ? { is: 'blocked', since, readAt: serverTime() }
      : { is: 'offline', since, retryAt: undefined };
    if (answers) this.#tell.blocked();
  }

  #connect(): void {
    clearTimeout(this.#retry);
    // The state stays offline during an attempt: a badge that flickers with each one says nothing.
    this.#socket?.connect();
  }
}
