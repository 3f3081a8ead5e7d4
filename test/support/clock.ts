import type { Clock } from '../../server/core/clock.ts';

/** The time of the system, moved forward as far as a test wants. */
export class MovableClock implements Clock {
  #ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
