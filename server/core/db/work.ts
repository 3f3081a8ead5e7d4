import { IsolationLevel } from '@mikro-orm/core';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { AccessEffects } from '../changes/access-effect.ts';
import { type Appended, appendLog, headOf } from '../changes/append-log.ts';
import type { Bounds } from '../bounds/bounds.ts';
import type { Capture, Captured } from '../changes/capture.ts';
import { deedOf } from '../changes/deed.ts';
import type { StrangersRecords } from '../changes/strangers-records.ts';
import type { LogGround } from '../changes/change-rows.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { deniedAttempt } from './denied.ts';
import {
  findAnswer,
  type IdempotencyRequest,
  keepAnswer,
  ownKey,
  type ReplayGuard,
} from './idempotency.ts';
import { lockAccess } from './locks.ts';
import { isLostRace } from './lost-race.ts';
import { type Database, type EntityManager, isPostgres } from './open-database.ts';
import type { Person } from './person.ts';
import { Reading } from './reading.ts';
import { runEffects } from './run-effects.ts';
import { Transaction, type TransactionGround } from './transaction.ts';
import { setTimeOf } from './updated-at.ts';

/** How often a transaction is run that loses races. */
const ATTEMPTS = 6;

/** The error ends a transaction that turns out to change access without having been declared to. */
const undeclared = new Error('A transaction changes access, and does not run apart from others.');

/**
 * How a request came about. A `deed` was wanted by a person or a program. A page reads `on its own`
 * what it shows: that accuses nobody of having tried to see it. A `glance` (HEAD, or a browser that
 * reads ahead) must leave no trace, and so cannot write at all.
 */
export type Intent = 'deed' | 'on its own' | 'glance';

/** Who calls, as the request says it. */
export interface Caller {
  /** The hash of the cookie's token, or of an API token: what it names is checked at every use. */
  sessionHash: string | null;
  requestId: string;
  address: string;
  userAgent: string;
  /** The languages that the request asks for, the most wanted first. */
  languages?: readonly string[];
  /** What kind of asking it is; a deed of somebody's where nothing is said. */
  intent?: Intent;
  /**
   * What is written with each transaction of this caller, last: the checkpoint of a job. It is told
   * of the refusal that the transaction puts on record, where it does nothing else.
   */
  along?: (tx: Transaction, refused: unknown) => Promise<void>;
  /** The key and the hash of the request that it stands for. */
  idempotency: IdempotencyRequest | null;
}

/** What the use cases' doors need; built once. */
export interface WorkParts extends Omit<TransactionGround, 'languages'> {
  database: Database;
  clock: Clock;
  log: Log;
  capture: Capture;
  accessEffects: AccessEffects;
  pathsOf: LogGround['pathsOf'];
  /** What each caller may spend on this node. */
  bounds: Bounds;
  /** Which attempts of strangers get an audit record. */
  strangersRecords: StrangersRecords;
  replayGuard: ReplayGuard;
  /** What follows from what a transaction did, within it; or refuses what must not come of it. */
  consequences: (tx: Transaction, captured: readonly Captured[]) => Promise<void>;
  /**
   * The dispatcher is told of a commit; resolves when its change of access is in force here.
   */
  committed: (seq: number, changesAccess: boolean) => Promise<void>;
}

export interface TransactionOptions {
  /**
   * Set where the transaction changes who may do what: it then runs apart from all others. Where
   * that is forgotten, it is rolled back and run again apart, and an error is logged.
   */
  changesAccess?: boolean;
  /** Set where an idempotency key must keep nothing: the answer is a secret, or each attempt counts. */
  ignoresKey?: boolean;
  /** The refusal that it puts on record. */
  refused?: unknown;
}

interface AttemptOptions extends TransactionOptions {
  /** Whether it runs apart from all others in any case: it lost a race before. */
  isApart: boolean;
}

/**
 * The one door to the database. Everything that is written goes through `transaction`, which
 * stores the effect, its change rows, its audit record and its answer together or not at all.
 */
export class Work {
  readonly caller: Caller;
  readonly #parts: WorkParts;
  /** The caller, as the last view of the database knew them; undefined before the first. */
  #who: Person | null | undefined;
  /** The log's head that the last read or write of this work is at least as new as. */
  seq = 0;

  constructor(parts: WorkParts, caller: Caller) {
    this.#parts = parts;
    this.caller = caller;
  }

  get clock(): Clock {
    return this.#parts.clock;
  }

  /** What each caller may spend on this node. */
  get bounds(): Bounds {
    return this.#parts.bounds;
  }

  /** Whether the caller shows a valid session or token at all, also one that owes steps. */
  async isByAnybody(): Promise<boolean> {
    if (this.#who === undefined) await this.read(() => Promise.resolve());
    return this.#who !== null;
  }

  /** The work reads rows and the log's head in one view of the database, as the caller may now. */
  async read<T>(run: (reading: Reading) => Promise<T>): Promise<T> {
    const { database, clock } = this.#parts;
    const em = database.em.fork();
    const result = em.transactional(
      async (inner) => {
        const view = inner as EntityManager;
        this.seq = await headOf(view);
        return run(new Reading(view, clock.now(), await this.#person(view)));
      },
      { readOnly: true, ...(isPostgres(em) && { isolationLevel: IsolationLevel.REPEATABLE_READ }) },
    );
    return result.catch((error: unknown) => this.#refused(error));
  }

  /**
   * The work runs a use case in one database transaction, tagged with the action for the log and
   * the audit. A run that lost a race for a row is repeated on the new state, apart from all
   * others, so that it wins. With an idempotency key, the answer of the first run is returned
   * instead of running again.
   */
  async transaction<T>(
    action: string,
    run: (tx: Transaction) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    if (this.caller.intent === 'glance') throw new Refusal('request.glance');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(action, run, { ...options, isApart: attempt > 1 });
      } catch (error) {
        if (error === undeclared) this.#parts.log.error(`${action} changes access undeclared`);
        else if (attempt >= ATTEMPTS || !isLostRace(error)) return this.#refused(error);
      }
    }
  }

  async #attempt<T>(
    action: string,
    run: (tx: Transaction) => Promise<T>,
    { changesAccess = false, ignoresKey = false, refused, isApart }: AttemptOptions,
  ): Promise<T> {
    const { database, clock, capture, accessEffects, pathsOf, replayGuard, consequences } =
      this.#parts;
    const { languages = [] } = this.caller;
    const outer = database.em.fork();
    let tx: Transaction | undefined;
    const isAlone = changesAccess || isApart;
    let logged: Appended = { rows: [], seq: 0 };
    const result = await outer.transactional(async (inner) => {
      const em = inner as EntityManager;
      await lockAccess(em, isAlone);
      const person = await this.#person(em);
      tx = new Transaction(em, clock.now(), person, { ...this.#parts, languages });
      setTimeOf(em, tx.now);
      const captured = capture.begin(em);
      const key = person && !ignoresKey ? ownKey(this.caller.idempotency, person) : null;
      const earlier = key && (await findAnswer(tx, key, replayGuard));
      if (earlier) return earlier.value as T;

      const answer = await run(tx);
      await em.flush();
      await consequences(tx, captured);
      await em.flush();
      await tx.storeJobs();
      await this.caller.along?.(tx, refused);
      const isAudited = this.#isAudited(action, tx, captured);
      const deed = deedOf(tx, action, { caller: this.caller, person, isAudited });
      logged = await appendLog(em, { publications: capture.publications, pathsOf }, captured, deed);
      if (!isAlone && accessEffects.changeAccess(logged.rows)) throw undeclared;
      if (key) await keepAnswer(tx, key, { value: answer, changed: captured }, replayGuard);
      return answer;
    });
    if (logged.seq > 0) {
      this.seq = logged.seq;
      await this.#parts.committed(logged.seq, accessEffects.changeAccess(logged.rows));
    }
    await runEffects(tx?.effects ?? [], this.#parts.log);
    return result;
  }

  #isAudited(action: string, tx: Transaction, captured: readonly Captured[]): boolean {
    const isTold = captured.length > 0 || Object.keys(tx.notes).length > 0;
    if (!isTold || !tx.isUnproved) return isTold;
    const by = { accountId: tx.signature.id, address: this.caller.address };
    return this.#parts.strangersRecords.isDue(action, by);
  }

  /**
   * Records a refused attempt, now that its transaction is rolled back and cannot take the audit
   * record with it.
   */
  async #refused(error: unknown): Promise<never> {
    const attempter = { person: this.#who ?? null, intent: this.caller.intent };
    const denied = deniedAttempt(error, attempter, this.#parts.bounds);
    if (!denied) throw error;
    try {
      await this.transaction(denied.action, denied.record, { ignoresKey: true, refused: error });
    } catch (fault) {
      this.#parts.log.error({ err: fault }, 'a refused attempt is not in the audit');
    }
    throw error;
  }

  async #person(em: EntityManager): Promise<Person | null> {
    const { loadPerson, clock } = this.#parts;
    const { sessionHash } = this.caller;
    this.#who = sessionHash ? await loadPerson(em, sessionHash, clock.now()) : null;
    return this.#who;
  }
}
