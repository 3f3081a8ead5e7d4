import { auditHash, detailsHash } from '../core/changes/append-log.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { AuditCheckpoint } from './audit-checkpoint.entity.ts';
import type { AuditKey } from './audit-key.ts';
import { Erasures } from './erasures.ts';

const CHUNK = 500;

/** What was checked, and the first thing that is not as it was written. */
export interface Verdict {
  records: number;
  erased: number;
  checkpoints: number;
  /** The records behind the last checkpoint: nothing shows if some of these are cut off. */
  unsigned: number;
  broken: string | null;
}

/**
 * Reads the whole audit, oldest first, and recomputes every hash and signature. It only reads,
 * some records at a time, so it runs beside a server that goes on writing.
 */
export async function verifyChain(em: EntityManager, key: AuditKey | null): Promise<Verdict> {
  const order = { orderBy: [{ number: 'asc' as const }] };
  const checkpoints = await findRows(em, AuditCheckpoint, {}, order);
  const walk = new Walk(new Erasures(em), checkpoints, key);
  let chunk: Row<AuditRecord>[];
  do {
    const where = { seq: { $gt: walk.lastSeq } };
    chunk = await findRows(em, AuditRecord, where, { orderBy: [{ seq: 'asc' }], limit: CHUNK });
    for (const record of chunk) await walk.step(record);
  } while (chunk.length === CHUNK && walk.broken === null);
  walk.end();
  return walk.verdict;
}

/** The walk along the chain: where it is, and the checkpoints still ahead. */
class Walk {
  readonly #erasures: Erasures;
  readonly #checkpoints: readonly Row<AuditCheckpoint>[];
  readonly #key: AuditKey | null;
  #passed = 0;
  #records = 0;
  #signed = 0;
  #erased = 0;
  #hash = '';
  lastSeq = 0;
  broken: string | null = null;

  constructor(
    erasures: Erasures,
    checkpoints: readonly Row<AuditCheckpoint>[],
    key: AuditKey | null,
  ) {
    this.#erasures = erasures;
    this.#checkpoints = checkpoints;
    this.#key = key;
  }

  get verdict(): Verdict {
    return {
      records: this.#records,
      erased: this.#erased,
      checkpoints: this.#passed,
      unsigned: this.#records - this.#signed,
      broken: this.broken,
    };
  }

  async step(record: Row<AuditRecord>): Promise<void> {
    if (this.broken !== null) return;
    this.broken = this.#whyNotNext(record) ?? (await this.#whyNotDetails(record));
    if (this.broken !== null) return;
    this.#records += 1;
    this.#hash = record.hash;
    this.lastSeq = Number(record.seq);
    const next = this.#checkpoints[this.#passed];
    if (next && Number(next.recordSeq) <= this.lastSeq) this.#pass(next);
  }

  /** What the checkpoints know of that did not come. */
  end(): void {
    const next = this.#checkpoints[this.#passed];
    if (this.broken !== null || !next) return;
    const { number, recordSeq } = next;
    this.broken =
      this.#whyNotSigned(next) ??
      `The records after ${this.lastSeq} are missing: checkpoint ${number} was signed at record ${Number(recordSeq)}.`;
  }

  #whyNotNext(record: Row<AuditRecord>): string | null {
    const seq = Number(record.seq);
    if (record.previousHash !== this.#hash) {
      const before = this.lastSeq === 0 ? 'the beginning' : `record ${this.lastSeq}`;
      return `Record ${seq} does not follow ${before}: it was moved or changed, or records between them are missing.`;
    }
    return record.hash === auditHash(record) ? null : `Record ${seq} was changed.`;
  }

  async #whyNotDetails(record: Row<AuditRecord>): Promise<string | null> {
    if (record.detailsHash === detailsHash(record.salt, record.details)) return null;
    if (!(await this.#erasures.explain(record))) {
      return `The details of record ${Number(record.seq)} were changed.`;
    }
    this.#erased += 1;
    return null;
  }

  #pass(checkpoint: Row<AuditCheckpoint>): void {
    this.broken = this.#whyNotSigned(checkpoint) ?? this.#whyNotMet(checkpoint);
    if (this.broken !== null) return;
    this.#passed += 1;
    this.#signed = this.#records;
  }

  #whyNotSigned(checkpoint: Row<AuditCheckpoint>): string | null {
    const { number, signature } = checkpoint;
    const statement = {
      ...checkpoint,
      recordSeq: Number(checkpoint.recordSeq),
      count: Number(checkpoint.count),
    };
    if (number !== this.#passed + 1) return `Checkpoint ${this.#passed + 1} is missing.`;
    if (!this.#key) return 'There is no audit key here, so no checkpoint can be checked.';
    if (this.#key.isSigned(statement, signature)) return null;
    return `Checkpoint ${number} (at record ${statement.recordSeq}) is not signed with this key.`;
  }

  #whyNotMet({ number, recordSeq, hash, count }: Row<AuditCheckpoint>): string | null {
    const isMet = Number(recordSeq) === this.lastSeq && hash === this.#hash;
    if (isMet && Number(count) === this.#records) return null;
    return `Record ${Number(recordSeq)} is not the one that checkpoint ${number} was signed at: records up to it were replaced.`;
  }
}
