import type { Clock } from '../core/clock.ts';
import type { Database, EntityManager } from '../core/db/open-database.ts';
import { outageOf } from '../core/db/outage.ts';
import type { Work } from '../core/db/work.ts';
import type { Log } from '../core/log.ts';
import { after, type Timer } from '../core/timers.ts';
import { AccessRequest } from './access-request.entity.ts';
import { expireAccess } from './expire-access.ts';
import { remindOfEnds, reminderDue } from './remind-of-ends.ts';
import { lapsedBefore } from './request-access.ts';

const EVERY_MS = 30_000;
/** An end that came while the database was away is not put off for longer than that. */
const RETRY_MS = 1_000;
const NOT_ENDED = 'access could not be ended by time';

/** What the end by time stands on. */
export interface AccessEndsParts {
  database: Database;
  clock: Clock;
  log: Log;
  openWork: () => Work;
}

/**
 * The timer ends access when its time is over: at the moment itself where the next end is known,
 * and every half a minute in any case, since other nodes grant access too. Each node does it for
 * itself; who comes second finds nothing left to do.
 */
export class AccessEnds {
  readonly #parts: AccessEndsParts;
  #timer: Timer | null = null;
  #isStopped = false;
  #hasLooked = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: AccessEndsParts) {
    this.#parts = parts;
  }

  /** The clock is looked at now; resolves when what is over has ended here. */
  look(): Promise<void> {
    this.#running = this.#running.then(() => this.#look());
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  async #look(): Promise<void> {
    const { clock, log, openWork } = this.#parts;
    let next: Date | null = null;
    let retry = EVERY_MS;
    try {
      const due = await this.#readDue();
      if (due.isOver || !this.#hasLooked) await expireAccess(openWork());
      this.#hasLooked = true;
      if (due.isReminder) await remindOfEnds(openWork());
      next = due.next;
    } catch (error) {
      log[outageOf(error) ? 'warn' : 'error']({ err: error }, NOT_ENDED);
      retry = RETRY_MS;
    }
    if (this.#isStopped) return;
    const left = next ? next.getTime() - clock.now().getTime() : retry;
    this.#timer?.cancel();
    this.#timer = after(Math.min(EVERY_MS, Math.max(0, left)), {
      log,
      failure: NOT_ENDED,
      run: () => this.look(),
    });
  }

  /** What is to be done now, and when the next access ends. */
  async #readDue() {
    const now = this.#parts.clock.now();
    const em = this.#parts.database.em.fork() as EntityManager;
    const running = await em.find(AccessRequest, { status: 'approved' });
    const unanswered = await em.count(AccessRequest, {
      status: 'pending',
      createdAt: { $lte: lapsedBefore(now) },
    });
    const ends = running.flatMap(({ expiresAt }) => expiresAt ?? []).sort((a, b) => +a - +b);
    return {
      isOver: unanswered > 0 || ends.some((end) => end <= now),
      isReminder: running.some(
        (request) => request.kind === 'request' && reminderDue(request, now) !== undefined,
      ),
      next: ends.find((end) => end > now) ?? null,
    };
  }
}
