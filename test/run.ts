import { rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run, stopAll } from './support/child.ts';
import { type Counts, failure, sentence, strayErrors, success, sum } from './support/counts.ts';
import { makeScratchFolder } from './support/scratch-folder.ts';
import { type Step, steps } from './support/steps.ts';

/**
 * The whole suite: `npm test`, or some of it: `npm test -- --only lint --only vitest`.
 *
 * The last line printed is always `N passed, N failed`, with `, N skipped` if any were; the lines
 * above it name what failed, and how it failed.
 */
const repository = resolve(import.meta.dirname, '..');
/** Reports, and all that the steps write and do not keep. */
const scratch = makeScratchFolder();
/** One more than the machine is sure to have: tests wait for servers a good part of their time. */
const cores = 3;

const environment = {
  ...process.env,
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
  TMPDIR: scratch,
  NODE_COMPILE_CACHE: join(scratch, 'compiled'), // for the many processes that load the server
  PATH: [join(repository, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    void stopAll().finally(() => process.exit(130));
  });
}
process.on('exit', () => {
  rmSync(scratch, { recursive: true, force: true });
});

const results = await runAll(chosenSteps());
const total = sum([...results.values()]);

for (const failed of total.failures) console.log(`✗ ${failed}`);
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Starts steps in order, as cores come free and what they need is done. */
async function runAll(chosen: Step[]): Promise<Map<string, Counts>> {
  const finished = new Map<string, Counts>();
  const waiting = new Set(chosen);
  const running = new Map<Step, Promise<void>>();

  while (finished.size < chosen.length) {
    for (const step of waiting) {
      const isReady = step.needs === undefined || finished.has(step.needs);
      if (!isReady || step.cores > cores - busy(running.keys())) continue;

      waiting.delete(step);
      const isHopeless = step.needs !== undefined && finished.get(step.needs)?.failed !== 0;
      const work = runStep(step, isHopeless).then((counts) => {
        finished.set(step.name, counts);
        running.delete(step);
      });
      running.set(step, work);
    }
    await Promise.race(running.values());
  }
  return finished;
}

function busy(running: Iterable<Step>): number {
  return [...running].reduce((total, step) => total + step.cores, 0);
}

async function runStep(step: Step, isHopeless: boolean): Promise<Counts> {
  const start = performance.now();
  if (isHopeless) return report(step, failure, start, `Not run: ${step.needs ?? ''} failed.`);

  const file = join(scratch, `${step.name}.json`);
  const { exitCode, output } = await run(step.command(file), {
    cwd: repository,
    env: { ...environment, ...step.environment?.(file) },
    minutes: step.minutes,
  });

  if (!step.count) return report(step, exitCode === 0 ? success : failure, start, output);

  const counts = countTests(step.count, file);
  if (counts.failed > 0) return report(step, counts, start, output);
  if (exitCode !== 0) {
    const failures = [
      `${step.name} ended with status ${exitCode ?? 'none'}\n${strayErrors(output)}`.trimEnd(),
    ];
    return report(step, { ...counts, failed: 1, failures }, start, output);
  }
  if (counts.passed === 0) return report(step, failure, start, `${output}\nNo test ran.`);
  return report(step, counts, start, output);
}

/** A run that crashed before it could write its report has passed nothing. */
function countTests(count: (file: string) => Counts, file: string): Counts {
  try {
    return count(file);
  } catch {
    return failure;
  }
}

function report(step: Step, counts: Counts, start: number, output: string): Counts {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const tests = step.count ? `  ${sentence(counts)}` : '';
  const isGood = counts.failed === 0;
  const named =
    isGood || counts.failures.length > 0 ? counts : { ...counts, failures: [step.name] };

  console.log(`${isGood ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds.padStart(6)} s${tests}`);
  if (!isGood || step.count) console.log(`\n${output.trim()}\n`);
  return named;
}

function chosenSteps(): Step[] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  if (!values.only) return steps;

  const names = new Set(values.only);
  const unknown = [...names].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No step ${unknown.join(', ')}. There are ${steps.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }

  for (const { name, needs } of steps) if (names.has(name) && needs) names.add(needs);
  return steps.filter(({ name }) => names.has(name));
}
