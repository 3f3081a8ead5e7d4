import { now } from './schedule.ts';
import { type Latencies, latenciesOf, median } from './statistics.ts';

/** How much was done in a second, and how long each took. */
export interface Throughput {
  perSecond: number;
  latencies: Latencies;
}

/** Does something so many times, some of them at a time. */
export async function repeat(
  { times, atOnce }: { times: number; atOnce: number },
  act: (index: number) => Promise<void>,
): Promise<Throughput> {
  const durations: number[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < times; index = next++) {
      const start = now();
      await act(index);
      durations.push(now() - start);
    }
  };
  const start = now();
  await Promise.all(Array.from({ length: atOnce }, work));
  return { perSecond: (times / (now() - start)) * 1_000, latencies: latenciesOf(durations) };
}

/** The product beside what is bare: medians over the runs, and the ratio within each run. */
export interface SideBySide {
  product: { perSecond: number; p50: number };
  bare: { perSecond: number; p50: number };
  ratio: number;
}

/** Measures both in turns, so that a ratio is of one machine at one time; the first turn is not counted. */
export async function sideBySide(
  runs: number,
  measure: { product: () => Promise<Throughput>; bare: () => Promise<Throughput> },
): Promise<SideBySide> {
  const results: { product: Throughput; bare: Throughput }[] = [];
  for (let run = 0; run <= runs; run += 1) {
    results.push({ product: await measure.product(), bare: await measure.bare() });
  }
  const counted = results.slice(1);
  const of = (side: 'product' | 'bare') => ({
    perSecond: median(counted.map((run) => run[side].perSecond)),
    p50: median(counted.map((run) => run[side].latencies.p50)),
  });
  return {
    product: of('product'),
    bare: of('bare'),
    ratio: median(counted.map(({ product, bare }) => product.perSecond / bare.perSecond)),
  };
}
