import type { Figure } from './support/report.ts';
import { type Latencies, median } from './support/statistics.ts';

/** What one run shows of a crowd of one size: from the due time of an edit to each delivery. */
export interface Crowded {
  product: Latencies;
  pipeline: Latencies;
  broadcast: Latencies;
  /** How long the editor waited for the product's answers. */
  answers: Latencies;
}

/** One run: the editor alone, then watched by few, then by many. */
export interface LiveRun {
  alone: Latencies;
  few: Crowded;
  many: Crowded;
}

type Percentile = 'p50' | 'p99';

/** The runs as figures: medians over the runs, ratios taken within each run. */
export function liveFigures(runs: readonly LiveRun[], sockets: { few: number; many: number }) {
  const of = (pick: (run: LiveRun) => number) => median(runs.map(pick));
  const value = (
    what: string,
    pick: (run: LiveRun) => number,
    unit: Figure['unit'],
    most?: number,
  ): Figure => ({ what, value: of(pick), unit, ...(most !== undefined && { goal: { most } }) });

  const crowd = (
    size: 'few' | 'many',
    goals: Partial<Record<Percentile, { most?: number; ratio?: number }>>,
  ): Figure[] => {
    const name = `${sockets[size].toLocaleString('en-GB')} sockets`;
    const percentiles: Percentile[] = ['p50', 'p99'];
    return percentiles.flatMap((at) => [
      value(`${name}, ${at}: edit → seen`, (run) => run[size].product[at], 'ms', goals[at]?.most),
      value(
        `${name}, ${at}: bare Hono + SQLite + Socket.IO`,
        (run) => run[size].pipeline[at],
        'ms',
      ),
      value(`${name}, ${at}: Socket.IO broadcast alone`, (run) => run[size].broadcast[at], 'ms'),
      value(
        `${name}, ${at}: edit → seen ÷ the bare pipeline`,
        (run) => run[size].product[at] / run[size].pipeline[at],
        '×',
        goals[at]?.ratio,
      ),
      value(
        `${name}, ${at}: edit → seen ÷ the broadcast alone`,
        (run) => run[size].product[at] / run[size].broadcast[at],
        '×',
      ),
    ]);
  };

  return [
    ...crowd('few', { p50: { most: 4, ratio: 3 }, p99: { most: 15, ratio: 3 } }),
    ...crowd('many', { p99: { most: 40, ratio: 1.5 } }),
    value('the answer to a PATCH with no watchers, p50', (run) => run.alone.p50, 'ms'),
    value(`the same with ${sockets.many} watchers, p50`, (run) => run.many.answers.p50, 'ms'),
    value(
      'the answer with watchers ÷ without, p50',
      (run) => run.many.answers.p50 / run.alone.p50,
      '×',
      1.3,
    ),
  ];
}
