import type { Clock } from '../../server/core/clock.ts';

/** The time of the system, moved forward as far as a test wants, or stopped. */
export class MovableClock implements Clock {
  #ahead = 0;
  #stoppedAt: number | null = null;

  now(): Date {
    return new Date((this.#stoppedAt ?? Date.now()) + this.#ahead);
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** From now on only `advance` moves it, however slow the machine is. */
  stop(): void {
    this.#stoppedAt ??= Date.now();
  }
}
