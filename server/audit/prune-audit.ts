import { byTime } from '../core/by-time.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { DAY } from '../core/clock.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import { type EntityManager, isPostgres } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import type { Log } from '../core/log.ts';
import { AuditCheckpoint } from './audit-checkpoint.entity.ts';
import { AuditFloor } from './audit-floor.entity.ts';
import type { AuditKey } from './audit-key.ts';
import { findFloor, PRUNING, pruningNotes } from './floor.ts';

/** The lock has nodes prune one after the other on PostgreSQL. */
const PRUNE_LOCK = 7_320_004;
/** So many records at a time, or those of one checkpoint: others wait to write meanwhile. */
const MOST_RECORDS = 10_000;
const MOST_CHECKPOINTS = 100;

/** What pruning stands on. */
export interface PruneParts {
  key: AuditKey;
  /** How long records are kept; `null` for ever. */
  retentionDays: number | null;
  log: Log;
}

/**
 * The sweep lets go of records that are older than the retention, up to a checkpoint, so that what
 * remains still verifies from there. A day's records go together: each pruning leaves a record
 * itself, and by the hour these would soon be all that there is to prune.
 */
export async function pruneAudit(
  work: Work,
  { key, retentionDays, log }: PruneParts,
): Promise<void> {
  if (retentionDays === null) return;
  const until = new Date(work.clock.now().getTime() - retentionDays * DAY);
  let isMore = true;
  while (isMore) isMore = await pruneSome(work, key, until, log);
}

/** The answer is whether something was let go, so that there may be more. */
function pruneSome(work: Work, key: AuditKey, until: Date, log: Log): Promise<boolean> {
  return work.transaction(PRUNING, async (tx) => {
    tx.signAs(byTime);
    if (isPostgres(tx.em)) await tx.em.execute('select pg_advisory_xact_lock(?)', [PRUNE_LOCK]);
    if (!(await isDue(tx.em, until))) return false;
    const before = await findFloor(tx.em);
    const checkpoint = await findCheckpoint(tx.em, before, until);
    if (!checkpoint) return false;
    const floor = await raiseFloor(tx, key, checkpoint, before);
    await tx.em.execute('delete from audit_records where seq <= ?', [floor.recordSeq]);
    const notes = { ...pruningNotes(floor), until: until.toISOString() };
    const records = floor.count - Number(before?.count ?? 0);
    Object.assign(tx.notes, { records, ...notes });
    tx.afterCommit(() => {
      log.info({ records, ...notes }, 'audit records were let go after their retention');
    });
    return true;
  });
}

async function isDue(em: EntityManager, until: Date): Promise<boolean> {
  const first = { orderBy: [{ seq: 'asc' as const }], limit: 1, omit: ['details'] };
  const [oldest] = await findRows(em, AuditRecord, {}, first);
  return oldest !== undefined && oldest.at.getTime() <= until.getTime() - DAY;
}

/**
 * The latest checkpoint that covers nothing younger, as far as one transaction should go. A record
 * always remains: the next one is chained to it.
 */
async function findCheckpoint(
  em: EntityManager,
  before: Row<AuditFloor> | undefined,
  until: Date,
): Promise<Row<AuditCheckpoint> | undefined> {
  const newest = { orderBy: [{ seq: 'desc' as const }], limit: 1, omit: ['details'] };
  const [last] = await findRows(em, AuditRecord, {}, newest);
  const checkpoints = await findRows(
    em,
    AuditCheckpoint,
    {
      number: { $gt: before?.number ?? 0 },
      recordSeq: { $lt: Number(last?.seq ?? 0) },
      at: { $lte: until },
    },
    { orderBy: [{ number: 'asc' }], limit: MOST_CHECKPOINTS },
  );
  const most = Number(before?.count ?? 0) + MOST_RECORDS;
  return checkpoints.findLast(({ count }) => Number(count) <= most) ?? checkpoints[0];
}

/**
 * The sweep signs the floor; but for nothing that the records do not bear out, or it would hide
 * that.
 */
async function raiseFloor(
  { em, now }: Transaction,
  key: AuditKey,
  checkpoint: Row<AuditCheckpoint>,
  before: Row<AuditFloor> | undefined,
) {
  const { number, hash } = checkpoint;
  const recordSeq = Number(checkpoint.recordSeq);
  const count = Number(checkpoint.count);
  const records = await em.count(AuditRecord, { seq: { $lte: recordSeq } });
  const isMet = (await em.count(AuditRecord, { seq: recordSeq, hash })) === 1;
  const isWhole = records === count - Number(before?.count ?? 0);
  if (!isMet || !isWhole || !key.isSigned('checkpoint', checkpoint, checkpoint.signature)) {
    throw new Error(`Checkpoint ${number} does not hold, so no audit record is let go.`);
  }
  const floor = { number, recordSeq, hash, count, at: now };
  em.create(AuditFloor, { ...floor, signature: key.sign('floor', floor) });
  await em.flush(); // the database lets records go only up to a floor that it knows
  return floor;
}
