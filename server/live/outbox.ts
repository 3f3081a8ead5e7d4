import type { Server } from 'socket.io';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Log } from '../core/log.ts';
import { after, type Timer } from '../core/timers.ts';
import { emitRows, type SeenBefore } from './deliver.ts';
import { Pace } from './pace.ts';
import type { IsClosed } from './sockets/rooms.ts';

/** So many waiting rows are sent without further delay. */
const MOST_ROWS = 1_000;

/**
 * The queue of commits to emit. A commit is sent at once while the node has room; while it is busy
 * sending, commits are sent together, since writes to sockets are the main load of a busy node.
 * Every reader gets them in order, whatever rooms they go to [L10].
 */
export class Outbox {
  readonly #io: Server;
  readonly #isClosed: IsClosed;
  #rows: ChangeRow[] = [];
  #before: SeenBefore = new Map();
  readonly #log: Log;
  #timer: Timer | null = null;
  readonly #pace = new Pace();

  constructor(io: Server, isClosed: IsClosed, log: Log) {
    this.#log = log;
    this.#io = io;
    this.#isClosed = isClosed;
  }

  /** A commit is queued, and sent now or when the node has room. */
  push(rows: readonly ChangeRow[], before: SeenBefore): void {
    this.#rows.push(...rows);
    for (const [row, sockets] of before) this.#before.set(row, sockets);
    const { wait } = this.#pace;
    if (wait === 0 || this.#rows.length >= MOST_ROWS) this.flush();
    else this.#timer ??= this.#flushIn(wait);
  }

  /** The queue is sent at once: before anybody's rooms change, or a socket joins. */
  flush(): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    const before = this.#before;
    this.#rows = [];
    this.#before = new Map();
    this.#pace.run(() => {
      emitRows(this.#io, rows, before, this.#isClosed);
    });
  }

  #flushIn(wait: number): Timer {
    const failure = 'changes could not be sent';
    return after(wait, { log: this.#log, failure, run: () => this.flush() });
  }
}
