/** How long things took, in milliseconds. */
export interface Latencies {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

/** The percentiles of a set of durations; sorts it in place. */
export function latenciesOf(durations: number[] | Float64Array): Latencies {
  durations.sort((a: number, b: number) => a - b);
  return {
    count: durations.length,
    p50: percentile(durations, 50),
    p95: percentile(durations, 95),
    p99: percentile(durations, 99),
    most: percentile(durations, 100),
  };
}

/** The value that so many per cent of the sorted values do not exceed (nearest rank). */
function percentile(sorted: ArrayLike<number>, percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle value: what a noisy machine shows of a figure that is always the same. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
