import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Change, NotOk, Subscribed } from '../../../shared/live/contract.ts';
import { reconnectWait } from '../../../client/live/reconnect-wait.ts';
import { changeHash } from '../../../shared/live/digest.ts';
import type { Watcher } from './load-protocol.ts';
import { openSocket } from './open-socket.ts';
import { now } from './schedule.ts';

/** What a reader got since it came first: enough to compare it with the log. */
export interface Received {
  /** The head of the log when it came first. */
  from: number;
  count: number;
  xor: number;
  isAscending: boolean;
  /** Of these, what it was sent when it came back. */
  missed: number;
  resets: number;
}

/**
 * One who follows, loses the line and comes back as the product's client does: with full jitter,
 * naming the last change it has. Where it follows nothing, being let in is all that it waits for.
 */
export class Reader {
  readonly received: Received = {
    from: 0,
    count: 0,
    xor: 0,
    isAscending: true,
    missed: 0,
    resets: 0,
  };
  /** When it was last caught up. */
  readyAt = 0;
  isReady = false;
  readonly #url: string;
  readonly #watcher: Watcher;
  #socket: WebSocket | undefined;
  #seq: number | null = null;
  #epoch = '';
  #isLeaving = false;

  constructor(url: string, watcher: Watcher) {
    this.#url = url;
    this.#watcher = watcher;
  }

  /** Comes, and comes back whenever the line is lost. */
  async come(): Promise<void> {
    const { cookie } = this.#watcher;
    this.#socket = await openSocket(this.#url, cookie, (kind, frame) => {
      const [first, second] = JSON.parse(frame.toString('utf8', kind === '42' ? 2 : 3)) as [
        unknown,
        unknown,
      ];
      if (kind === '43') this.#follow(first as Subscribed | NotOk);
      else if (first === 'changes') this.#take(second as Change[]);
    });
    this.#socket.once('close', () => {
      this.isReady = false;
      if (!this.#isLeaving) void this.#comeBack();
    });
    const [wanted] = this.#watcher.follows;
    const since = this.#seq !== null && { since: this.#seq, epoch: this.#epoch };
    if (wanted) this.#socket.send(`420${JSON.stringify(['subscribe', { ...wanted, ...since }])}`);
    else this.#settle();
  }

  leave(): void {
    this.#isLeaving = true;
    this.#socket?.close();
  }

  async #comeBack(): Promise<void> {
    for (let attempt = 0; !this.#isLeaving; attempt += 1) {
      await wait(reconnectWait(attempt));
      try {
        return await this.come();
      } catch {
        // the server is not there yet
      }
    }
  }

  #follow(answer: Subscribed | NotOk): void {
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    const { changes = [], head, epoch, reset } = answer;
    if (this.#seq === null) this.received.from = head;
    if (reset) this.received.resets += 1;
    this.received.missed += changes.length;
    this.#take(changes);
    this.#seq = Math.max(this.#seq ?? 0, head);
    this.#epoch = epoch;
    this.#settle();
  }

  #take(changes: Change[]): void {
    for (const change of changes) {
      if (change.seq <= (this.#seq ?? 0)) this.received.isAscending = false;
      this.#seq = change.seq;
      this.received.count += 1;
      this.received.xor = (this.received.xor ^ changeHash(change)) >>> 0;
    }
  }

  #settle(): void {
    this.isReady = true;
    this.readyAt = now();
  }
}
