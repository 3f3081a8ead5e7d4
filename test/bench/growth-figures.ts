import type { Figure } from './support/report.ts';
import { median } from './support/statistics.ts';

/** What one change costs: medians in milliseconds, and what the server spends on it. */
export interface Cost {
  answer: number;
  seen: number;
  cpuMs: number;
  statements: number;
}

/** One run: all places in turn, and the bare pipeline beside them. */
export interface GrowthRun {
  small: Cost;
  large: Cost;
  crowded: Cost;
  bare: Pick<Cost, 'answer' | 'seen'>;
}

type PlaceName = Exclude<keyof GrowthRun, 'bare'>;

const aspects: [keyof Cost, what: string, Figure['unit']][] = [
  ['answer', 'the answer to a PATCH, p50', 'ms'],
  ['seen', 'edit → seen, p50', 'ms'],
  ['cpuMs', 'time of the server’s processor', 'ms'],
  ['statements', 'SQL statements', ''],
];

/** The runs as figures: medians over the runs, ratios taken within each run. */
export function growthFigures(
  runs: readonly GrowthRun[],
  size: { small: number; large: number; strangers: number },
): Figure[] {
  const of = (pick: (run: GrowthRun) => number) => median(runs.map(pick));
  const names: Record<PlaceName, string> = {
    small: `${say(size.small)} organisations`,
    large: `${say(size.large)} organisations`,
    crowded: `${say(size.small)} and ${say(size.strangers)} sockets that see nothing`,
  };
  const costs = (place: PlaceName): Figure[] =>
    aspects.map(([aspect, what, unit]) => ({
      what: `${names[place]}: ${what}`,
      value: of((run) => run[place][aspect]),
      unit,
    }));
  const ratios = (place: PlaceName): Figure[] =>
    aspects.map(([aspect, what]) => ({
      what: `${names[place]} ÷ ${names.small}: ${what}`,
      value: of((run) => run[place][aspect] / run.small[aspect]),
      unit: '×',
      goal: { most: aspect === 'statements' ? 1 : 1.2 },
    }));
  return [
    ...costs('small'),
    {
      what: 'bare Hono + SQLite + Socket.IO: the answer, p50',
      value: of((run) => run.bare.answer),
      unit: 'ms',
    },
    {
      what: 'bare Hono + SQLite + Socket.IO: edit → seen, p50',
      value: of((run) => run.bare.seen),
      unit: 'ms',
    },
    {
      what: `${names.small} ÷ bare: edit → seen, p50`,
      value: of((run) => run.small.seen / run.bare.seen),
      unit: '×',
    },
    ...costs('large'),
    ...ratios('large'),
    ...costs('crowded'),
    ...ratios('crowded'),
  ];
}

function say(count: number): string {
  return count.toLocaleString('en-GB');
}
