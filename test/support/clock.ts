import type { Clock } from '../../server/core/clock.ts';

/** The time of the system, moved forward as far as a test wants, or stopped. */
export class MovableClock implements Clock {
  #ahead = 0;
  #elapsedAhead = 0;
  #stoppedAt: { wall: number; elapsed: number } | null = null;

  now(): Date {
    return new Date((this.#stoppedAt?.wall ?? Date.now()) + this.#ahead);
  }

  elapsed(): number {
    return (this.#stoppedAt?.elapsed ?? performance.now()) + this.#elapsedAhead;
  }

  /** Time passes; it never runs back for what is measured, whatever the wall clock says. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
    this.#elapsedAhead += Math.max(0, milliseconds);
  }

  /** Sets the wall clock alone, forward or back, as an operator or NTP does. */
  setWall(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** From now on only `advance` moves it, however slow the machine is. */
  stop(): void {
    this.#stoppedAt ??= { wall: Date.now(), elapsed: performance.now() };
  }
}
