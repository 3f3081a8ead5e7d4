import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { type Clock, HOUR, MINUTE } from '../core/clock.ts';
import { findRows } from '../core/db/find-rows.ts';
import type { Database, EntityManager } from '../core/db/open-database.ts';
import { outageOf } from '../core/db/outage.ts';
import type { Log } from '../core/log.ts';
import { every, type Timer } from '../core/timers.ts';
import { AuditCheckpoint } from './audit-checkpoint.entity.ts';
import type { AuditKey } from './audit-key.ts';

const MOST_RECORDS = 1_000;
const NOT_SIGNED = 'the audit could not be signed';

/** What the checkpoints stand on. */
export interface CheckpointParts {
  database: Database;
  key: AuditKey;
  clock: Clock;
  log: Log;
}

/**
 * The node signs from time to time how far the audit has come, and once more at the stop: every
 * thousand records, and every hour in which something was recorded. The log is told too: who keeps
 * it elsewhere can show that checkpoints were cut off together with what they covered.
 */
export class Checkpoints {
  readonly #parts: CheckpointParts;
  #timer: Timer | null = null;

  constructor(parts: CheckpointParts) {
    this.#parts = parts;
  }

  start(): void {
    const { log } = this.#parts;
    this.#timer = every(MINUTE, { log, failure: NOT_SIGNED, run: () => this.look() });
  }

  /** The signer signs where it is time to. */
  look(): Promise<void> {
    return this.#guarded(({ fresh, since }) => fresh >= MOST_RECORDS || since >= HOUR);
  }

  async stop(): Promise<void> {
    this.#timer?.cancel();
    await this.#guarded(() => true);
  }

  /** A checkpoint that fails is tried again with the next; the audit itself is not held up. */
  async #guarded(isTime: (state: { fresh: number; since: number }) => boolean): Promise<void> {
    const { database, log } = this.#parts;
    try {
      await (database.em.fork() as EntityManager).transactional(async (em) => {
        await this.#sign(em, isTime);
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return; // another node was first
      log[outageOf(error) ? 'warn' : 'error']({ err: error }, NOT_SIGNED);
    }
  }

  async #sign(
    em: EntityManager,
    isTime: (state: { fresh: number; since: number }) => boolean,
  ): Promise<void> {
    const { key, clock, log } = this.#parts;
    const [before] = await findRows(em, AuditCheckpoint, {}, newest('number'));
    const [last] = await findRows(em, AuditRecord, {}, newest('seq'));
    if (!last) return;
    const after = Number(before?.recordSeq ?? 0);
    const fresh = await em.count(AuditRecord, { seq: { $gt: after, $lte: Number(last.seq) } });
    const now = clock.now();
    const since = before ? now.getTime() - before.at.getTime() : HOUR;
    if (fresh === 0 || !isTime({ fresh, since })) return;
    const statement = {
      number: (before?.number ?? 0) + 1,
      recordSeq: Number(last.seq),
      hash: last.hash,
      count: Number(before?.count ?? 0) + fresh,
      at: now,
    };
    em.create(AuditCheckpoint, { ...statement, signature: key.sign('checkpoint', statement) });
    await em.flush();
    log.info({ checkpoint: statement, key: key.fingerprint }, 'the audit was signed');
  }
}

function newest<Column extends string>(column: Column) {
  return { orderBy: [{ [column]: 'desc' } as Record<Column, 'desc'>], limit: 1 };
}
