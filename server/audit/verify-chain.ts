import { auditHash, detailsHash } from '../core/changes/audit-hash.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { AuditCheckpoint } from './audit-checkpoint.entity.ts';
import type { AuditFloor } from './audit-floor.entity.ts';
import type { AuditKey, Signed } from './audit-key.ts';
import { Erasures } from './erasures.ts';
import { findFloor, isPruningTo } from './floor.ts';
import { whyMarksBroken } from './marks.ts';

const CHUNK = 500;

/** What was checked, and the first thing that is not as it was written. */
export interface Verdict {
  records: number;
  /** The records up to this one were let go after their retention; 0 where none were. */
  letGoUpTo: number;
  erased: number;
  checkpoints: number;
  /** The records behind the last checkpoint: nothing shows if some of these are cut off. */
  unsigned: number;
  broken: string | null;
}

/**
 * The verifier reads the whole audit, oldest first, and recomputes every hash and signature. It
 * only reads, some records at a time, so it runs beside a server that goes on writing. What that
 * server lets go meanwhile looks missing; it then begins again.
 */
export async function verifyChain(em: EntityManager, key: AuditKey | null): Promise<Verdict> {
  const floor = await findFloor(em);
  const verdict = await verifyFrom(em, key, floor);
  if (verdict.broken === null || (await findFloor(em))?.number === floor?.number) return verdict;
  return verifyChain(em, key);
}

async function verifyFrom(
  em: EntityManager,
  key: AuditKey | null,
  floor: Row<AuditFloor> | undefined,
): Promise<Verdict> {
  const order = { orderBy: [{ number: 'asc' as const }] };
  const checkpoints = await findRows(em, AuditCheckpoint, {}, order);
  const walk = new Walk(new Erasures(em), checkpoints, key);
  if (floor) walk.beginAfter(floor, await em.count(AuditRecord, { seq: { $lte: floorOf(floor) } }));
  let chunk: Row<AuditRecord>[];
  do {
    const where = { seq: { $gt: walk.lastSeq } };
    chunk = await findRows(em, AuditRecord, where, { orderBy: [{ seq: 'asc' }], limit: CHUNK });
    for (const record of chunk) await walk.step(record);
  } while (chunk.length === CHUNK && walk.broken === null);
  walk.end();
  walk.broken ??= await whyMarksBroken(em, floorOf(floor ?? null));
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
  #floor: Row<AuditFloor> | null = null;
  #isPruningOnRecord = false;
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
      letGoUpTo: floorOf(this.#floor),
      erased: this.#erased,
      checkpoints: this.#passed,
      unsigned: this.#records - this.#signed,
      broken: this.broken,
    };
  }

  /** The floor stands for the records below it; the checkpoints there only show that they are whole. */
  beginAfter(floor: Row<AuditFloor>, below: number): void {
    this.#floor = floor;
    this.#hash = floor.hash;
    this.lastSeq = floorOf(floor);
    for (const checkpoint of this.#checkpoints) {
      if (checkpoint.number > floor.number) break;
      this.broken ??= this.#whyNotNextSigned(checkpoint);
      this.#passed += 1;
    }
    if (this.#passed < floor.number) this.broken ??= this.#whyNoNext();
    this.broken ??= this.#whyNotSigned('floor', `The floor at record ${this.lastSeq}`, floor);
    if (below === 0) return;
    this.broken ??= `Records up to ${this.lastSeq} still stand, although they were let go.`;
  }

  async step(record: Row<AuditRecord>): Promise<void> {
    if (this.broken !== null) return;
    this.broken = this.#whyNotNext(record) ?? (await this.#whyNotDetails(record));
    if (this.broken !== null) return;
    this.#records += 1;
    this.#hash = record.hash;
    this.lastSeq = Number(record.seq);
    if (this.#floor && isPruningTo(this.#floor, record)) this.#isPruningOnRecord = true;
    const next = this.#checkpoints[this.#passed];
    if (next && Number(next.recordSeq) <= this.lastSeq) this.#pass(next);
  }

  /** What the checkpoints and the floor know of that did not come. */
  end(): void {
    if (this.broken !== null) return;
    const next = this.#checkpoints[this.#passed];
    if (next) this.broken = this.#whyNotNextSigned(next) ?? this.#whyMissing(next);
    if (!this.#floor || this.#isPruningOnRecord) return;
    this.broken ??= `The records up to ${floorOf(this.#floor)} are gone, but no record says that they were let go.`;
  }

  #whyMissing({ number, recordSeq }: Row<AuditCheckpoint>): string {
    return `The records after ${this.lastSeq} are missing: checkpoint ${number} was signed at record ${Number(recordSeq)}.`;
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
    this.broken = this.#whyNotNextSigned(checkpoint) ?? this.#whyNotMet(checkpoint);
    if (this.broken !== null) return;
    this.#passed += 1;
    this.#signed = this.#records;
  }

  #whyNotNextSigned(checkpoint: Row<AuditCheckpoint>): string | null {
    const { number, recordSeq } = checkpoint;
    if (number !== this.#passed + 1) return this.#whyNoNext();
    const name = `Checkpoint ${number} (at record ${Number(recordSeq)})`;
    return this.#whyNotSigned('checkpoint', name, checkpoint);
  }

  #whyNoNext(): string {
    return `Checkpoint ${this.#passed + 1} is missing.`;
  }

  #whyNotSigned(what: Signed, name: string, row: Row<AuditCheckpoint | AuditFloor>): string | null {
    if (!this.#key) return 'There is no audit key here, so no checkpoint can be checked.';
    return this.#key.isSigned(what, row, row.signature)
      ? null
      : `${name} is not signed with this key.`;
  }

  #whyNotMet({ number, recordSeq, hash, count }: Row<AuditCheckpoint>): string | null {
    const isMet = Number(recordSeq) === this.lastSeq && hash === this.#hash;
    const before = Number(this.#floor?.count ?? 0);
    if (isMet && Number(count) === before + this.#records) return null;
    return `Record ${Number(recordSeq)} is not the one that checkpoint ${number} was signed at: records up to it were replaced.`;
  }
}

function floorOf(floor: Row<AuditFloor> | null): number {
  return Number(floor?.recordSeq ?? 0);
}
