import type { Clock } from '../core/clock.ts';
import type { Database, EntityManager } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import type { Log } from '../core/log.ts';
import { AccessRequest } from './access-request.entity.ts';
import { expireAccess } from './expire-access.ts';
import { remindOfEnds, reminderDue } from './remind-of-ends.ts';
import { lapsedBefore } from './request-access.ts';
import type { EndServices } from './request-services.ts';

const EVERY_MS = 30_000;

/** What the end by time stands on. */
export interface AccessEndsParts extends EndServices {
  database: Database;
  clock: Clock;
  log: Log;
  openWork: () => Work;
}

/**
 * Ends access when its time is over: at the moment itself where the next end is known, and every
 * half a minute in any case, since other nodes grant access too. Each node does it for itself; who
 * comes second finds nothing left to do.
 */
export class AccessEnds {
  readonly #parts: AccessEndsParts;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #hasLooked = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: AccessEndsParts) {
    this.#parts = parts;
  }

  /** Looks now; resolves when what is over has ended here. */
  look(): Promise<void> {
    this.#running = this.#running.then(() => this.#look());
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    const { clock, log, mailer, openWork } = this.#parts;
    let next: Date | null = null;
    try {
      const due = await this.#readDue();
      if (due.isOver || !this.#hasLooked) await expireAccess(openWork(), this.#parts);
      this.#hasLooked = true;
      if (due.isReminder) await remindOfEnds(openWork(), mailer);
      next = due.next;
    } catch (error) {
      log.error({ err: error }, 'access could not be ended by time');
    }
    if (this.#isStopped) return;
    const left = next ? next.getTime() - clock.now().getTime() : EVERY_MS;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), Math.min(EVERY_MS, Math.max(0, left)));
    this.#timer.unref();
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
