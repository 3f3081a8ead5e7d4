import { setTimeout as wait } from 'node:timers/promises';

/** A series of sends at fixed times, whether or not what came before is done. */
export interface Schedule {
  /** On the clock of `now`. */
  startAt: number;
  intervalMs: number;
  count: number;
}

/** Milliseconds on the machine's one monotonic clock, alike in every process. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** When a send is due. Latency counts from here: a late send is the system's delay, not luck. */
export function dueAt({ startAt, intervalMs }: Schedule, index: number): number {
  return startAt + index * intervalMs;
}

/**
 * Acts at each time of the schedule; timers are too coarse for the last millisecond. With no
 * interval it acts as fast as it can, in a turn of its own each, so that what was sent can leave.
 */
export async function keep(schedule: Schedule, act: (index: number) => void): Promise<void> {
  for (let index = 0; index < schedule.count; index += 1) {
    const due = dueAt(schedule, index);
    const early = due - now() - 1.5;
    if (early > 0) await wait(early);
    do await new Promise((resolve) => setImmediate(resolve));
    while (now() < due);
    act(index);
  }
}
