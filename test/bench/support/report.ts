import { cpus, totalmem } from 'node:os';

/** One thing that was measured, with what it should be, if there is a goal for it. */
export interface Figure {
  what: string;
  value: number;
  unit: 'ms' | 's' | '/s' | '×' | '%' | 'B' | 'KB' | 'MB' | 'µs' | '';
  /** At most, or at least, so much. */
  goal?: { most: number } | { least: number };
}

/** One benchmark, by the name it is run by. */
export interface Benchmark {
  about: string;
  run: (options: BenchmarkOptions) => Promise<Figure[]>;
}

/** What can be said on the command line. */
export interface BenchmarkOptions {
  /** How long `soak` goes on. */
  minutes: number;
}

/** The figures of one benchmark. */
export interface Result {
  name: string;
  about: string;
  figures: Figure[];
}

/** Whether a figure is as it should be; `null` where nothing was asked of it. */
export function holds({ value, goal }: Figure): boolean | null {
  if (!goal) return null;
  return 'most' in goal ? value <= goal.most : value >= goal.least;
}

/** A benchmark's figures in columns: what, how much, the goal, and whether it holds. */
export function drawTable({ name, about, figures }: Result): string {
  const rows = figures.map((figure) => [
    figure.what,
    amount(figure.value, figure.unit),
    goalOf(figure),
    { true: 'holds', false: 'MISSED', null: '' }[String(holds(figure)) as 'true'],
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const drawn = rows.map(([what = '', value = '', goal = '', verdict = '']) =>
    [
      what.padEnd(widths[0] ?? 0),
      value.padStart(widths[1] ?? 0),
      goal.padStart(widths[2] ?? 0),
      verdict,
    ]
      .join('  ')
      .trimEnd(),
  );
  return `\n${name}: ${about}\n\n${drawn.map((line) => `  ${line}`).join('\n')}\n`;
}

/** All figures as one object, for programs; `load` is what else kept the machine busy. */
export function toJson(results: readonly Result[], load: number): string {
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model ?? '',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load,
  };
  const benchmarks = results.map(({ name, figures }) => [
    name,
    figures.map((figure) => ({ ...figure, holds: holds(figure) })),
  ]);
  return JSON.stringify({
    at: new Date().toISOString(),
    machine,
    ...Object.fromEntries(benchmarks),
  });
}

function goalOf({ goal, unit }: Figure): string {
  if (!goal) return '';
  return 'most' in goal ? `≤ ${amount(goal.most, unit)}` : `≥ ${amount(goal.least, unit)}`;
}

function amount(value: number, unit: Figure['unit']): string {
  const digits = Math.abs(value) >= 100 || unit === 'B' ? 0 : 2;
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: digits });
  return `${text} ${unit}`.trimEnd();
}
