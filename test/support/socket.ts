import { io, type Socket } from 'socket.io-client';
import type { Topic } from '../../shared/access/actions.ts';
import type {
  AccessEvent,
  Change,
  EndReason,
  NotOk,
  Presence,
  Scope,
  Subscribed,
} from '../../shared/live/contract.ts';

const PATIENCE_MS = 30_000;

/** Who is at an organisation, as a server says it. */
interface PresenceEvent {
  organisationId: string;
  people: Presence[];
}

/** What is followed. */
export interface Wanted {
  scope: Scope;
  organisationId: string;
  topics?: Topic[];
  since?: number;
  epoch?: string;
}

/** A handshake that was refused: the message, and the data of `connect_error`. */
export class Refused extends Error {
  readonly data: unknown;

  constructor(error: Error & { data?: unknown }) {
    super(error.message);
    this.data = error.data;
  }
}

/** A live connection as a browser has it, which keeps everything that it was told. */
export class LiveSocket implements AsyncDisposable {
  /** Every change, in the order of arrival. */
  readonly changes: Change[] = [];
  /** The same as they came: one list for each event. */
  readonly packets: Change[][] = [];
  readonly access: AccessEvent[] = [];
  /** Who is where, by the id of the organisation: the last that was told of each. */
  readonly presence = new Map<string, Presence[]>();
  /** How often it was told that its person's sessions are others now. */
  sessionNotices = 0;
  ended: EndReason | null = null;
  readonly #socket: Socket;
  readonly #watchers = new Set<() => void>();

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#on('changes', (changes: Change[]) => {
      this.packets.push(changes);
      this.changes.push(...changes);
    });
    this.#on('access', (access: AccessEvent) => this.access.push(access));
    this.#on('presence', ({ organisationId, people }: PresenceEvent) => {
      this.presence.set(organisationId, people);
    });
    this.#on('sessions', () => {
      this.sessionNotices += 1;
    });
    this.#on('ended', ({ reason }: { reason: EndReason }) => {
      this.ended = reason;
    });
    this.#on('disconnect', () => undefined);
  }

  /** Connects, or throws `Refused`. */
  static async open(
    url: string,
    headers: Record<string, string>,
    auth: Record<string, unknown> = {},
  ): Promise<LiveSocket> {
    const socket = io(url, {
      transports: ['websocket'],
      extraHeaders: headers,
      auth,
      reconnection: false,
      forceNew: true,
    });
    const live = new LiveSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error) => {
        socket.disconnect();
        reject(new Refused(error));
      });
    });
    return live;
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  /** Sends any packet and gives back its acknowledgement. */
  async ask<T = NotOk>(event: string, ...payload: unknown[]): Promise<T> {
    return (await this.#socket.timeout(PATIENCE_MS).emitWithAck(event, ...payload)) as T;
  }

  /** Sends any packet that asks for no acknowledgement. */
  send(event: string, ...payload: unknown[]): void {
    this.#socket.emit(event, ...payload);
  }

  /** Follows, or throws what the server says against it. */
  async subscribe(wanted: Wanted): Promise<Subscribed> {
    const answer = await this.ask<Subscribed | NotOk>('subscribe', wanted);
    if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.problem)}`);
    return answer;
  }

  /** Resolves when everything that the server sent before now is here. */
  async roundTrip(): Promise<void> {
    await this.ask('unsubscribe', { scope: 'record', organisationId: 'none' });
  }

  /** Resolves as soon as what was told meets the condition. */
  async until(condition: (live: this) => boolean): Promise<void> {
    if (condition(this)) return;
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        if (!condition(this)) return;
        clearTimeout(limit);
        this.#watchers.delete(check);
        resolve();
      };
      const limit = setTimeout(() => {
        this.#watchers.delete(check);
        reject(new Error(`This never held on the socket: ${condition.toString()}`));
      }, PATIENCE_MS);
      this.#watchers.add(check);
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#socket.disconnect();
    return Promise.resolve();
  }

  #on<T>(event: string, keep: (payload: T) => void): void {
    this.#socket.on(event, (payload: T) => {
      keep(payload);
      for (const watcher of this.#watchers) watcher();
    });
  }
}
