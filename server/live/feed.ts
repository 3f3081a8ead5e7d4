import { batched } from '../core/batched.ts';
import { ChangeRow } from '../core/changes/change.entity.ts';
import type { Database, EntityManager } from '../core/db/open-database.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import { headOf } from '../core/changes/append-log.ts';
import { MOST_RECENT, RecentRows } from './recent-rows.ts';
import { isPoolExhausted, outageOf } from '../core/db/outage.ts';
import type { Log } from '../core/log.ts';
import { every, type Timer } from '../core/timers.ts';
import { type LogLife, type LogWitness, readLife, renewLife } from './log-life.ts';

const POLL_MS = 250;
const BATCH = 500;
const CUT_OFF_AFTER_MS = 2_000;

/** The polls without a completed read after which the feed is stuck: half a minute. */
const MOST_VAIN_POLLS = 120;

/**
 * The delivery of one commit, in the log's order; awaited before the next. `delivered` must be
 * called in the turn in which the commit is emitted: a socket that joins between the two would miss
 * the commit or get it twice.
 */
export type Deliver = (rows: Row<ChangeRow>[], delivered: () => void) => Promise<void>;

/**
 * The node's one ordered loop over the change log: reads after its cursor, and hands on commit
 * by commit. It is woken by commits of this node and polls for those of others, so whatever was
 * committed anywhere is delivered here, once and in order [L1].
 */
export class Feed {
  readonly #database: Database;
  readonly #witness: LogWitness;
  readonly #log: Log;
  #deliver: Deliver = (_, delivered) => Promise.resolve(delivered());
  #cursor = 0;
  #epoch = '';
  #cutOff: () => void = () => undefined;
  #begun: () => Promise<void> = () => Promise.resolve();
  #failingSince: number | null = null;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;
  /** Whether the cursor is set: a wake-up by another node may come before that. */
  #isStarted = false;
  #isStopped = false;
  #poll: Timer | null = null;
  #vainPolls = 0;
  readonly #life = batched(async () => {
    const life = await readLife(this.#database.em.fork());
    return new Map([['life' as const, life]]);
  });
  readonly #waiting = new Set<{ seq: number; resolve: () => void }>();

  constructor(database: Database, witness: LogWitness, log: Log) {
    this.#database = database;
    this.#witness = witness;
    this.#log = log;
  }

  /** The number of the last change that this node has delivered. */
  get head(): number {
    return this.#cursor;
  }

  /** The last rows that were delivered. */
  readonly recent = new RecentRows();

  /** The log's epoch; a client that names another one cannot resume. */
  get epoch(): string {
    return this.#epoch;
  }

  /** The log's life from the database: another node may have pruned or renewed the log. */
  async readLife(): Promise<LogLife> {
    const life = (await this.#life('life')) as LogLife;
    this.#epoch = life.epoch;
    return life;
  }

  /** The listener is called once per outage, when the log was unreadable for two seconds. */
  onCutOff(listener: () => void): void {
    this.#cutOff = listener;
  }

  /** The listener is awaited when the feed takes up the log, and again after a database restore. */
  onBegin(listener: () => Promise<void>): void {
    this.#begun = listener;
  }

  /** The feed begins at the log's present head. */
  async start(deliver: Deliver): Promise<void> {
    this.#deliver = deliver;
    await this.#begin(this.#database.em.fork());
    this.#isStarted = true;
    this.#poll = every(POLL_MS, {
      log: this.#log,
      failure: 'the change log was not looked at',
      run: () => this.poll(),
    });
  }

  /** The feed checks for commits of other nodes. */
  poll(): void {
    this.#vainPolls += 1;
    this.wake();
  }

  /**
   * Whether this node cannot follow the log and will not recover by itself: its reads neither end
   * nor fail as an outage, or the delivery of a commit fails again and again.
   */
  get isStuck(): boolean {
    return this.#isStarted && this.#vainPolls > MOST_VAIN_POLLS;
  }

  /** The feed begins at the log's present head; a log that was longer before gets a new epoch. */
  async #begin(em: EntityManager): Promise<void> {
    const head = await headOf(em);
    let life = await readLife(em);
    const end = Math.max(head, life.floor);
    if (this.#witness.remembersMore(life.epoch, end)) {
      this.#log.warn('the change log is shorter than it was: everybody has to read anew');
      life = await renewLife(em);
    }
    this.#epoch = life.epoch;
    this.#cursor = end;
    this.#witness.note(life.epoch, end);
    await this.#recall(em, life.floor);
    await this.#begun();
  }

  /** New commits are delivered in the next turn, so that the answer to the request leaves first. */
  wake(): void {
    if (!this.#isStarted || this.#isStopped) return;
    if (this.#running) {
      this.#isAskedAgain = true;
      return;
    }
    this.#running = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#drain())
      .then(() => this.#recovered())
      .catch((error: unknown) => {
        this.#failed(error);
      })
      .finally(() => {
        this.#running = null;
        if (this.#isAskedAgain) {
          this.#isAskedAgain = false;
          this.wake();
        }
      });
  }

  /** The promise resolves when this node has delivered up to `seq`; at once without listeners. */
  reached(seq: number): Promise<void> {
    if (!this.#isStarted || this.#cursor >= seq) return Promise.resolve();
    this.wake();
    return new Promise((resolve) => this.#waiting.add({ seq, resolve }));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#poll?.cancel();
    await this.#running;
    await this.#witness.stop();
    for (const waiter of this.#waiting) waiter.resolve();
  }

  /** After an outage, the database may have been restored to an earlier state. */
  async #recovered(): Promise<void> {
    this.#vainPolls = 0;
    if (this.#failingSince === null) return;
    this.#failingSince = null;
    const em = this.#database.em.fork();
    if ((await headOf(em)) >= this.#cursor) return;
    await this.#begin(em);
    this.#cutOff();
  }

  #failed(error: unknown): void {
    const now = performance.now();
    const isOutage = outageOf(error) !== null;
    if (isOutage && !isPoolExhausted(error)) this.#vainPolls = 0; // no restart would help
    if (this.#failingSince === null) {
      this.#log[isOutage ? 'warn' : 'error']({ err: error }, 'the change log could not be read');
      this.#failingSince = now;
    } else if (now - this.#failingSince > CUT_OFF_AFTER_MS) {
      this.#failingSince = Infinity;
      this.#cutOff();
    }
  }

  async #drain(): Promise<void> {
    for (;;) {
      this.#isAskedAgain = false;
      const rows = await this.#readNext();
      for (const commit of commitsOf(rows)) {
        await this.#deliver(commit, () => {
          this.recent.push(commit);
          this.#advance(Number(commit.at(-1)?.seq));
        });
      }
      if (rows.length < BATCH && !this.#isAskedAgain) return;
    }
  }

  /** The latest rows are read ahead: clients that reconnect after a restart ask for them. */
  async #recall(em: EntityManager, floor: number): Promise<void> {
    const last = await findRows(
      em,
      ChangeRow,
      { seq: { $lte: this.#cursor } },
      { orderBy: [{ seq: 'desc' }], limit: MOST_RECENT },
    );
    const isAll = last.length < MOST_RECENT;
    this.recent.startAt(isAll ? floor : Number(last.at(-1)?.seq));
    this.recent.push(last.reverse().slice(isAll ? 0 : 1));
  }

  /** The next rows; a commit that the batch would split waits for the next read. */
  async #readNext(): Promise<Row<ChangeRow>[]> {
    const em = this.#database.em.fork();
    const where = { seq: { $gt: this.#cursor } };
    const orderBy = [{ seq: 'asc' }] as const;
    const rows = await findRows(em, ChangeRow, where, { orderBy, limit: BATCH });
    if (rows.length < BATCH) return rows;
    const last = rows.at(-1)?.commit;
    const whole = rows.filter(({ commit }) => commit !== last);
    if (whole.length > 0) return whole;
    return findRows(em, ChangeRow, { ...where, commit: last as string }, { orderBy });
  }

  #advance(seq: number): void {
    this.#cursor = seq;
    this.#witness.note(this.#epoch, seq);
    for (const waiter of this.#waiting) {
      if (waiter.seq > seq) continue;
      this.#waiting.delete(waiter);
      waiter.resolve();
    }
  }
}

function commitsOf(rows: readonly Row<ChangeRow>[]): Row<ChangeRow>[][] {
  return Object.values(Object.groupBy(rows, ({ commit }) => commit)).flatMap((rows) =>
    rows ? [rows] : [],
  );
}
