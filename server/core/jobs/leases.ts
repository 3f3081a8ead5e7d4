import type { JobState } from '../../../shared/core/job-state.ts';
import { says } from '../../../shared/core/jobs/words.ts';
import { type EntityManager, timeParameter } from '../db/open-database.ts';
import { marksFor } from '../db/raw.ts';
import { newId } from '../new-id.ts';

/** How long a worker that says nothing keeps its job, in milliseconds. */
export const LEASE_MS = 30_000;

/** A job that a worker has claimed. */
export interface Lease {
  id: string;
  kind: string;
  token: string;
  /** As it is sealed in the table. */
  subject: string;
  attempts: number;
  /** The session that it acts by. */
  session_id: string | null;
  done: number;
  failed: number;
}

/** The end of a run, or of a try. */
export interface End {
  state: JobState;
  error: string | null;
  /** When it is tried again; `null` where it has ended. */
  nextAt: Date | null;
}

/** What is looked for: jobs of the kinds that this version knows, or one of them. */
export interface Sought {
  kinds: readonly string[];
  id?: string | undefined;
}

/**
 * A worker claims the job that has been due for longest, or the one that is asked for, if it is
 * due. No transaction stays open while it is worked on [J1].
 */
export async function claimJob(
  em: EntityManager,
  sought: Sought,
  now: Date,
): Promise<Lease | null> {
  for (;;) {
    const id = await findDue(em, sought, now);
    if (!id) return null;
    const lease = await takeLease(em, id, sought.id ? DUE_TO_QUEUER : DUE, now);
    if (lease ?? sought.id) return lease;
  }
}

const isDue = (unlessLeased: string) =>
  `ended_at is null and next_at <= ? and (lease_until is null or lease_until < ?${unlessLeased})`;
const DUE = isDue('');
/** A job that has its queuer's head start is leased to nobody: whoever knows its id may claim it. */
const DUE_TO_QUEUER = isDue(' or lease_token is null');

async function findDue(em: EntityManager, { kinds, id }: Sought, now: Date) {
  const at = timeParameter(em, now);
  const found = await em.execute<{ id: string }[]>(
    `select id from jobs where ${id ? DUE_TO_QUEUER : DUE} and kind in (${marksFor(kinds)}) ${id ? 'and id = ?' : ''}
     order by next_at, id limit 1`,
    [at, at, ...kinds, ...(id ? [id] : [])],
  );
  return found[0]?.id;
}

/** A worker takes a job that is due; `null` where another worker was faster. */
async function takeLease(
  em: EntityManager,
  id: string,
  due: string,
  now: Date,
): Promise<Lease | null> {
  const at = timeParameter(em, now);
  const token = newId();
  const [taken] = await em.execute<Omit<Lease, 'token'>[]>(
    `update jobs set state = 'running', lease_token = ?, lease_until = ?, attempts = attempts + 1,
       updated_at = ?, version = version + 1
     where id = ? and ${due}
     returning id, kind, subject, attempts, session_id, done, failed`,
    [token, leaseEnd(em, now), at, id, at, at],
  );
  return taken ? { ...taken, token } : null;
}

/** What was leaving when its worker fell silent may have happened: nobody repeats it unasked [J6]. */
export async function endUncertain(em: EntityManager, now: Date): Promise<void> {
  const at = timeParameter(em, now);
  await em.execute(
    `update jobs set state = 'uncertain', ended_at = ?, updated_at = ?, version = version + 1,
       lease_token = null, lease_until = null, open_key = null, error = ?
     where ended_at is null and is_leaving = ? and lease_until < ?`,
    [at, at, says.jobLeft.detail, true, at],
  );
}

/** A worker keeps a claimed job for longer; whether it is still this worker's. */
export async function renewLease(em: EntityManager, lease: Lease, now: Date): Promise<boolean> {
  return changes(em, lease, 'lease_until = ?', [leaseEnd(em, now)]);
}

/** A run notes that the effect may happen from here on; whether the job is still this worker's. */
export async function noteLeaving(em: EntityManager, lease: Lease): Promise<boolean> {
  return changes(em, lease, 'is_leaving = ?', [true]);
}

/** A run or a try is ended; whether the job was still this worker's. */
export async function endRun(
  em: EntityManager,
  lease: Lease,
  { state, error, nextAt }: End,
  now: Date,
): Promise<boolean> {
  const at = timeParameter(em, now);
  const isDone = state === 'done';
  return changes(
    em,
    lease,
    `state = ?, error = ?, is_leaving = ?, lease_token = null, lease_until = null,
     ${nextAt ? 'next_at = ?' : 'open_key = null'}, ended_at = ?,
     done = case when is_stepped then done else ? end,
     failed = case when is_stepped then failed else ? end,
     updated_at = ?, version = version + 1`,
    [
      ...[state, error, false],
      ...(nextAt ? [timeParameter(em, nextAt)] : []),
      ...[nextAt ? null : at, isDone ? 1 : 0, state === 'failed' ? 1 : 0, at],
    ],
  );
}

/** Every write of a worker holds only while the lease is its own [J1]. */
async function changes(
  em: EntityManager,
  { id, token }: Lease,
  what: string,
  values: unknown[],
): Promise<boolean> {
  const changed = await em.execute<unknown[]>(
    `update jobs set ${what} where id = ? and lease_token = ? and ended_at is null returning id`,
    [...values, id, token],
  );
  return changed.length > 0;
}

function leaseEnd(em: EntityManager, now: Date): unknown {
  return timeParameter(em, new Date(now.getTime() + LEASE_MS));
}
