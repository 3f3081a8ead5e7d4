import { setTimeout as wait } from 'node:timers/promises';
import type { SendMailOptions } from 'nodemailer';
import { MINUTE } from './clock.ts';
import type { Log } from './log.ts';
import { after, type Timer } from './timers.ts';

const SECOND = 1_000;
const MOST_WAITING = 2_000;
/** So many are on their way at once; each is a connection. */
const MOST_AT_ONCE = 3;
const RETRY_AFTER = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
const LAST_MOMENT = 2 * SECOND;

interface Queued {
  message: SendMailOptions;
  failures: number;
}

/**
 * Mails that wait for a mail server, in memory. One that fails is tried again up to five times
 * within three quarters of an hour, unless the server refused it for good.
 */
export class MailQueue {
  readonly #send: (message: SendMailOptions) => Promise<unknown>;
  readonly #log: Log;
  readonly #retryAfter: readonly number[];
  readonly #ready: Queued[] = [];
  readonly #retries = new Map<Timer, Queued>();
  readonly #underWay = new Set<Promise<void>>();

  /** `retryAfter` says how long each further try waits, in milliseconds. */
  constructor(
    send: (message: SendMailOptions) => Promise<unknown>,
    { log, retryAfter = RETRY_AFTER }: { log: Log; retryAfter?: readonly number[] },
  ) {
    this.#send = send;
    this.#log = log;
    this.#retryAfter = retryAfter;
  }

  /** Takes a mail; a queue that is full drops it and logs that. */
  add(message: SendMailOptions): void {
    if (this.#ready.length + this.#retries.size >= MOST_WAITING) {
      this.#log.error({ subject: message.subject }, 'too many mails wait: one was dropped');
      return;
    }
    this.#ready.push({ message, failures: 0 });
    this.#start();
  }

  /** Resolves when nothing is under way; what failed may still wait for its next try. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Gives what is under way a moment; what still waits then is lost, and the log says so. */
  async close(): Promise<void> {
    await Promise.race([this.settled(), wait(LAST_MOMENT, undefined, { ref: false })]);
    for (const timer of this.#retries.keys()) timer.cancel();
    const lost = this.#ready.length + this.#retries.size + this.#underWay.size;
    if (lost > 0) this.#log.warn({ lost }, 'mails were not sent before the stop');
  }

  #start(): void {
    while (this.#underWay.size < MOST_AT_ONCE) {
      const queued = this.#ready.shift();
      if (!queued) return;
      const sending = this.#deliver(queued).finally(() => {
        this.#underWay.delete(sending);
        this.#start();
      });
      this.#underWay.add(sending);
    }
  }

  async #deliver(queued: Queued): Promise<void> {
    const { message } = queued;
    try {
      await this.#send(message);
    } catch (error) {
      const delay = isFinal(error) ? undefined : this.#retryAfter[queued.failures];
      if (delay === undefined) {
        this.#log.error({ err: error, subject: message.subject }, 'a mail could not be sent');
      } else {
        this.#log.warn({ err: error, delay }, 'a mail could not be sent yet');
        this.#retry(delay, { message, failures: queued.failures + 1 });
      }
    }
  }

  #retry(delay: number, queued: Queued): void {
    const timer = after(delay, {
      log: this.#log,
      failure: 'a mail could not be tried again',
      run: () => {
        this.#retries.delete(timer);
        this.#ready.push(queued);
        this.#start();
      },
    });
    this.#retries.set(timer, queued);
  }
}

/** SMTP's codes from 500 on: the server will never take this mail. */
function isFinal(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: number };
  return responseCode !== undefined && responseCode >= 500;
}
