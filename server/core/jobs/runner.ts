import { setTimeout as wait } from 'node:timers/promises';
import { says } from '../../../shared/core/jobs/words.ts';
import type { EntityManager } from '../db/open-database.ts';
import type { Node } from '../node.ts';
import { every, type Timer } from '../timers.ts';
import { openSubject } from './enqueue.ts';
import { checkpoint } from './checkpoint.ts';
import { Interrupted, type JobKind, type JobRun, LeaseLost } from './kind.ts';
import {
  claimJob,
  type End,
  endRun,
  endUncertain,
  type Lease,
  LEASE_MS,
  noteLeaving,
  renewLease,
} from './leases.ts';

/** How often a node looks for jobs that are due by time, or were queued by another. */
const LOOK_EVERY_MS = 1_000;
/** So many run at once on a node. */
const MOST_AT_ONCE = 3;
/** So many of them in steps, which take long: a mail has room beside them. */
const MOST_STEPPED = 2;
const LAST_MOMENT_MS = 2_000;
/** What is kept of an error's words. */
const MOST_ERROR_LENGTH = 500;

/**
 * The runner runs the jobs of this node: those that it queues at once, those of others and those
 * that are due by time when it looks. Any number of nodes may run; a lease keeps them off each
 * other's jobs.
 */
export class JobRunner {
  readonly #node: Node;
  readonly #kinds: ReadonlyMap<string, JobKind>;
  readonly #running = new Set<Promise<void>>();
  #stepped = 0;
  #timer: Timer | null = null;
  #isStopped = false;
  #isDrained = true;

  constructor(node: Node, kinds: readonly JobKind[]) {
    this.#node = node;
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]));
  }

  start(): void {
    this.#timer = every(LOOK_EVERY_MS, {
      log: this.#node.log,
      failure: 'jobs could not be looked for',
      run: () => this.look(),
    });
  }

  /** The runner begins a job that was just queued; resolves when this try of it is over. */
  async begin(id: string): Promise<void> {
    if (this.#isStopped) return;
    let isBegun = false;
    while (this.#running.size >= MOST_AT_ONCE) {
      this.#isDrained = false; // it may be taken up as soon as there is room
      await Promise.race(this.#running);
    }
    await this.#track(
      this.#claimAndRun(id).then((isFound) => {
        isBegun = isFound;
      }),
    );
    if (!isBegun) await this.settled(); // whoever looked for jobs meanwhile has it
  }

  /** The runner resolves when no job is being worked on here. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /**
   * The runner gives what runs a moment; what runs longer is taken up by whoever looks when its
   * lease ends.
   */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await Promise.race([this.settled(), wait(LAST_MOMENT_MS, undefined, { ref: false })]);
  }

  /** The runner takes up what is due, of whichever node queued it. */
  async look(): Promise<void> {
    await endUncertain(this.#em(), this.#node.clock.now());
    this.#isDrained = false;
    this.#fill();
  }

  /** The runner takes up jobs while there are some that are due, and room for them. */
  #fill(): void {
    while (!this.#isStopped && !this.#isDrained && this.#running.size < MOST_AT_ONCE) {
      void this.#track(
        this.#claimAndRun().then((isFound) => {
          if (!isFound) this.#isDrained = true;
        }),
      );
    }
  }

  #track(run: Promise<void>): Promise<void> {
    const safe = run
      .catch((error: unknown) => {
        this.#isDrained = true;
        this.#node.log.warn({ err: error }, 'a job could not be worked on');
      })
      .finally(() => {
        this.#running.delete(safe);
        this.#fill();
      });
    this.#running.add(safe);
    return safe;
  }

  async #claimAndRun(id?: string): Promise<boolean> {
    const lease = await claimJob(
      this.#em(),
      { kinds: this.#kindsWithRoom(), id },
      this.#node.clock.now(),
    );
    if (!lease) return false;
    await this.#run(lease);
    return true;
  }

  #kindsWithRoom(): string[] {
    const kinds = [...this.#kinds.values()];
    const fitting = kinds.filter(({ isStepped }) => !isStepped || this.#stepped < MOST_STEPPED);
    return fitting.map(({ name }) => name);
  }

  async #run(lease: Lease): Promise<void> {
    const { log, clock } = this.#node;
    const isStepped = this.#kinds.get(lease.kind)?.isStepped ?? false;
    if (isStepped) this.#stepped += 1;
    const keeping = every(LEASE_MS / 3, {
      log,
      failure: 'the lease of a job could not be renewed',
      run: () => renewLease(this.#em(), lease, clock.now()),
    });
    try {
      const end = await this.#tryOnce(lease);
      if (end) await endRun(this.#em(), lease, end, clock.now());
    } finally {
      keeping.cancel();
      if (isStepped) this.#stepped -= 1;
    }
  }

  /** How the try ended; `null` where the job is somebody else's by now. */
  async #tryOnce(lease: Lease): Promise<End | null> {
    const { log, secrets } = this.#node;
    const kind = this.#kinds.get(lease.kind) as JobKind; // others are not claimed
    if (lease.attempts > kind.retryAfter.length + 1) return gaveUp(says.jobTooOften.detail);
    let subject: unknown;
    try {
      subject = openSubject(secrets, lease);
    } catch (error) {
      log.warn({ err: error, job: lease.id }, 'a job cannot be read');
      return gaveUp(says.jobUnreadable.detail);
    }
    let hasLeft = false;
    const run: JobRun = {
      id: lease.id,
      attempt: lease.attempts,
      reached: lease.done + lease.failed,
      sessionId: lease.session_id,
      checkpoint: (em, step) => checkpoint(em, lease, step, this.#node.clock.now()),
      pass: () => {
        if (this.#isStopped) throw new Interrupted();
      },
      leave: async () => {
        if (!(await noteLeaving(this.#em(), lease))) throw new LeaseLost();
        hasLeft = true;
      },
    };
    try {
      await kind.run(this.#node, subject, run);
      return { state: 'done', error: null, nextAt: null };
    } catch (error) {
      if (error instanceof LeaseLost) return null;
      if (error instanceof Interrupted) {
        return { state: 'queued', error: null, nextAt: this.#node.clock.now() };
      }
      const ended = this.#afterFailure(error, lease, kind);
      const isOnce = kind.delivery(subject) === 'at most once';
      const end: End =
        isOnce && hasLeft && !kind.isUndone?.(error)
          ? { ...ended, state: 'uncertain', nextAt: null }
          : ended;
      log.warn({ err: error, job: lease.id, kind: lease.kind, end: end.state }, 'a job failed');
      return end;
    }
  }

  #afterFailure(error: unknown, lease: Lease, kind: JobKind): End {
    const words = kind.explain(error).slice(0, MOST_ERROR_LENGTH);
    const pause = kind.isFinal?.(error) ? undefined : kind.retryAfter[lease.attempts - 1];
    if (pause === undefined) return gaveUp(words);
    // half of it at random, so that what failed together does not come back together
    const jittered = pause / 2 + (Math.random() * pause) / 2;
    const nextAt = new Date(this.#node.clock.now().getTime() + jittered);
    return { state: 'queued', error: words, nextAt };
  }

  #em(): EntityManager {
    return this.#node.database.em.fork();
  }
}

function gaveUp(error: string): End {
  return { state: 'failed', error, nextAt: null };
}
