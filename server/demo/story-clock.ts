import { type Clock, DAY, HOUR, MINUTE } from '../core/clock.ts';

const MORNING = 8 * HOUR + 10 * MINUTE;
const PAUSES = [4, 11, 7, 19, 5, 13, 8, 26, 6, 9].map((minutes) => minutes * MINUTE);

/**
 * The time of a story that is told after the event: days that begin in the morning, and some
 * minutes between one deed and the next. It only moves forward, as the audit's chain needs it.
 */
export class StoryClock implements Clock {
  readonly #end = Date.now();
  #at: number;
  #deeds = 0;
  #isToday = false;

  constructor(daysAgo: number) {
    this.#at = startOfDay(this.#end - daysAgo * DAY) + MORNING;
  }

  now(): Date {
    return new Date(this.#at);
  }

  elapsed(): number {
    return this.#at;
  }

  /** A short while passes; on the last day, `skipTo` says when what happens. */
  pass(): void {
    if (this.#isToday) return;
    this.#deeds += 1;
    this.#moveTo(this.#at + (PAUSES[this.#deeds % PAUSES.length] ?? MINUTE));
  }

  /** The next morning comes. */
  sleep(): void {
    this.#moveTo(startOfDay(this.#at + DAY) + MORNING);
  }

  /** The last day: it is so many minutes before the demo's start. */
  skipTo(minutesAgo: number): void {
    this.#isToday = true;
    this.#moveTo(this.#end - minutesAgo * MINUTE);
  }

  #moveTo(time: number): void {
    this.#at = Math.max(this.#at, Math.min(time, this.#end));
  }
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}
