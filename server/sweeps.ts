import { HOUR } from './core/clock.ts';
import { laboriously } from './core/db/postgres-dialect.ts';
import { sweepIdempotencyKeys } from './core/db/sweep-idempotency-keys.ts';
import type { Feature, Sweep } from './core/feature.ts';
import { sweepJobs } from './core/jobs/sweep-jobs.ts';
import type { Node } from './core/node.ts';
import { every } from './core/timers.ts';

const FAILURE = 'what is done again and again could not be done';

/** What the core's own tables lose in time. */
const ofTheCore: readonly Sweep[] = [
  { every: HOUR, run: ({ database, clock }) => sweepJobs(database.em.fork(), clock.now()) },
  {
    every: HOUR,
    run: ({ database, clock }) => sweepIdempotencyKeys(database.em.fork(), clock.now()),
  },
];

/** The sweeps of all features while a node runs. */
export interface Sweeping {
  cancel: () => void;
  /** Does for the last time what is done once more when the node stops. */
  finish: () => Promise<void>;
}

/** The node begins what features do again and again; what is due at one time is done in turn. */
export function startSweeps(node: Node, features: readonly Feature[]): Sweeping {
  const sweeps = [...ofTheCore, ...features.flatMap((feature) => feature.sweeps ?? [])];
  const periods = [...new Set(sweeps.map((sweep) => sweep.every))];
  const timers = periods.map((period) => {
    const due = sweeps.filter((sweep) => sweep.every === period);
    return every(period, { log: node.log, failure: FAILURE, run: () => runAll(node, due) });
  });
  return {
    cancel() {
      for (const timer of timers) timer.cancel();
    },
    finish: () =>
      runAll(
        node,
        sweeps.filter((sweep) => sweep.isLast),
      ),
  };
}

/** Each by itself: one that fails keeps none of the others from being done. */
async function runAll(node: Node, sweeps: readonly Sweep[]): Promise<void> {
  const results = await laboriously(() => inTurn(node, sweeps));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function inTurn(node: Node, sweeps: readonly Sweep[]) {
  const results: PromiseSettledResult<unknown>[] = [];
  for (const sweep of sweeps) results.push(...(await Promise.allSettled([sweep.run(node)])));
  return results;
}
