import { createHash } from 'node:crypto';
import { detailsHash } from '../core/changes/audit-hash.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { AuditErasure } from './audit-erasure.entity.ts';

/** The action under which an erasure is itself recorded. */
export const ERASURE = 'audit.erase';

type ErasedRecord = Pick<Row<AuditErasure>, 'recordSeq' | 'salt' | 'detailsHash'>;

/** A digest over all that one erasure changed; its own record in the chain vouches for it. */
export function digestOf(erased: readonly ErasedRecord[]): string {
  const hash = createHash('sha256');
  for (const { recordSeq, salt, detailsHash: details } of erased) {
    hash.update(`${Number(recordSeq)} ${salt} ${details}\n`);
  }
  return hash.digest('hex');
}

/** The verifier tells erased details from changed ones; remembers the erasures it has looked at. */
export class Erasures {
  readonly #em: EntityManager;
  readonly #vouched = new Map<string, Promise<boolean>>();

  constructor(em: EntityManager) {
    this.#em = em;
  }

  /** Whether the record's details are what its last erasure left, and that erasure is on record. */
  async explain({ seq, salt, details }: Row<AuditRecord>): Promise<boolean> {
    const [last] = await findRows(
      this.#em,
      AuditErasure,
      { recordSeq: Number(seq) },
      { orderBy: [{ id: 'desc' }], limit: 1 },
    );
    if (!last || last.salt !== salt || last.detailsHash !== detailsHash(salt, details)) {
      return false;
    }
    const known = this.#vouched.get(last.requestId) ?? this.#isOnRecord(last.requestId);
    this.#vouched.set(last.requestId, known);
    return known;
  }

  async #isOnRecord(requestId: string): Promise<boolean> {
    const [record] = await findRows(this.#em, AuditRecord, { action: ERASURE, requestId });
    const erased = await findRows(
      this.#em,
      AuditErasure,
      { requestId },
      { orderBy: [{ recordSeq: 'asc' }] },
    );
    return record?.details['digest'] === digestOf(erased);
  }
}
