import type { Clock } from '../../server/core/clock.ts';

/** The time of the system, moved forward as far as a test wants, or stopped. */
export class MovableClock implements Clock {
  #ahead = 0;
  #wallAhead = 0;
  #stoppedAt: { wall: number; elapsed: number } | null = null;

  now(): Date {
    return new Date((this.#stoppedAt?.wall ?? Date.now()) + this.#ahead + this.#wallAhead);
  }

  elapsed(): number {
    return (this.#stoppedAt?.elapsed ?? performance.now()) + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** Sets the wall clock alone, forward or back, as an operator or NTP does. */
  setWall(milliseconds: number): void {
    this.#wallAhead += milliseconds;
  }

  /** From now on only `advance` moves it, however slow the machine is. */
  stop(): void {
    this.#stoppedAt ??= { wall: Date.now(), elapsed: performance.now() };
  }
}
