import { outageOf } from './db/outage.ts';
import type { Log } from './log.ts';

/** What runs by itself, and what its failure is logged as. */
export interface Task {
  log: Log;
  /** A sentence: what did not happen. */
  failure: string;
  run: () => unknown;
}

/** A timer that was set. */
export interface Timer {
  cancel: () => void;
}

/**
 * Work is run that no request waits for. An error that a timer or an event handler throws, or a
 * promise of theirs rejects with, would end the process; here it is logged, and the process lives
 * on.
 */
export function runSafely({ log, failure, run }: Task): void {
  void settle(run).catch((error: unknown) => {
    if (outageOf(error)) log.warn({ err: error }, failure);
    else log.error({ err: error }, failure);
  });
}

/** The task is run again and again; it keeps no process alive. */
export function every(milliseconds: number, task: Task): Timer {
  const timer = setInterval(() => {
    runSafely(task);
  }, milliseconds);
  timer.unref();
  return { cancel: () => clearInterval(timer) };
}

/** The task is run once, later; it keeps no process alive. */
export function after(milliseconds: number, task: Task): Timer {
  const timer = setTimeout(() => {
    runSafely(task);
  }, milliseconds);
  timer.unref();
  return { cancel: () => clearTimeout(timer) };
}

async function settle(run: Task['run']): Promise<void> {
  await run();
}
