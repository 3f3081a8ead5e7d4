/** How long a step took somebody, in days, or has taken so far. */
export interface Duration {
  days: number;
  /** Whether it ended by being done; else it only lasted that long at least. */
  isDone: boolean;
}

/** A median: so many days, or more than all that were seen. */
export type Median = { days: number } | { moreThan: number };

/** With fewer, a median says nothing. */
export const FEWEST = 8;

/** A product of fractions that comes to a half may lie a rounding above it. */
const HALF = 0.5 + 1e-9;

/**
 * The median by Kaplan and Meier: the first time at which no more than half are still open. Those
 * that are open, or were given up, count for as long as they were seen, so that the slow ones are
 * not left out of it [O13]. `null` where there are too few.
 */
export function medianOf(durations: readonly Duration[]): Median | null {
  if (durations.length < FEWEST) return null;
  const sorted = [...durations].sort((one, other) => one.days - other.days);
  let open = 1;
  for (const [at, { days }] of sorted.entries()) {
    if (sorted[at - 1]?.days === days) continue;
    const ended = sorted.filter((each) => each.isDone && each.days === days).length;
    open *= 1 - ended / (sorted.length - at);
    if (open <= HALF) return { days };
  }
  return { moreThan: sorted.at(-1)?.days ?? 0 };
}
