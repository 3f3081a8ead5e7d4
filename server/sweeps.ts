import { sweepFailures } from './sign-in/lock.ts';
import { sweepCeremonies } from './factors/ceremonies.ts';
import { sweepSessions } from './sign-in/session-facts.ts';
import { pruneAudit } from './audit/prune-audit.ts';
import { recordLeftOut } from './audit/record-left-out.ts';
import { HOUR, MINUTE } from './core/clock.ts';
import type { EntityManager } from './core/db/open-database.ts';
import { laboriously } from './core/db/postgres-dialect.ts';
import { sweepIdempotencyKeys } from './core/db/sweep-idempotency-keys.ts';
import { every } from './core/timers.ts';
import { sweepFlows } from './federation/start-flow.ts';
import { pruneLog } from './live/prune-log.ts';
import { eraseDeleted } from './organisations/deleted/erase-deleted.ts';
import { sweepTokens } from './tokens/sweep-tokens.ts';
import type { Context } from './context.ts';
import type { Caller } from './core/db/work.ts';

/** Who calls where no request does. */
export const nobody: Caller = {
  sessionHash: null,
  requestId: '',
  address: '',
  userAgent: '',
  idempotency: null,
};

/** Removes what is outdated, again and again, until it is cancelled. */
export function startSweeps(context: Context): { cancel: () => void } {
  const { log } = context;
  const failure = 'what is outdated could not be removed';
  const timers = [
    every(HOUR, { log, failure, run: () => sweep(context) }),
    every(5 * MINUTE, { log, failure, run: () => sweepStrangers(context) }),
    every(MINUTE, {
      log,
      failure: 'what was left out of the audit could not be recorded',
      run: () => noteLeftOut(context),
    }),
  ];
  return {
    cancel() {
      for (const timer of timers) timer.cancel();
    },
  };
}

/** Records how many attempts of strangers were left out of the audit since. */
export function noteLeftOut({ strangersRecords, openWork }: Context): Promise<void> {
  return recordLeftOut(openWork(nobody), strangersRecords);
}

/** What people without a session can make grow goes sooner than the rest. */
function sweepStrangers({ database, clock }: Context): Promise<void> {
  const em = database.em.fork() as EntityManager;
  return sweepAll([
    () => sweepSessions(em, clock.now()),
    () => sweepCeremonies(em, clock.now()),
    () => sweepFailures(em, clock.now()),
    () => sweepFlows(em, clock.now()),
  ]);
}

/** Each by itself: one that fails keeps none of the others from being done. */
async function sweep(context: Context): Promise<void> {
  const { database, config, clock, log, openWork, auditKey: key } = context;
  const em = database.em.fork() as EntityManager;
  const retentionDays = config.auditRetentionDays;
  const sweeps = [
    () => sweepIdempotencyKeys(em, clock.now()),
    () => pruneLog(em, clock.now(), config.changeRetentionDays),
    () => eraseDeleted(openWork(nobody)),
    () => sweepTokens(openWork(nobody)),
    () => pruneAudit(openWork(nobody), { key, retentionDays, log }),
  ];
  await sweepAll(sweeps);
}

async function sweepAll(sweeps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const results = await laboriously(() => inTurn(sweeps));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function inTurn(runs: readonly (() => Promise<unknown>)[]) {
  const results: PromiseSettledResult<unknown>[] = [];
  for (const run of runs) results.push(...(await Promise.allSettled([run()])));
  return results;
}
