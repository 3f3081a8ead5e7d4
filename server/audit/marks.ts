import { createHash } from 'node:crypto';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { AuditMark } from './audit-mark.entity.ts';

/** The action under which a marking is itself recorded. */
export const MARKING = 'audit.mark';

/** A digest over all that one marking marked; its own record in the chain vouches for it. */
export function digestOfMarks(marks: readonly Pick<Row<AuditMark>, 'recordSeq' | 'reason'>[]) {
  const hash = createHash('sha256');
  for (const { recordSeq, reason } of marks) {
    hash.update(`${JSON.stringify([Number(recordSeq), reason])}\n`);
  }
  return hash.digest('hex');
}

/** The marks of some records, by the number of the record. */
export async function marksOf(
  em: EntityManager,
  seqs: readonly number[],
): Promise<Map<number, Row<AuditMark>>> {
  const marks = await findRows(em, AuditMark, { recordSeq: { $in: [...seqs] } });
  return new Map(marks.map((mark) => [Number(mark.recordSeq), mark]));
}

/**
 * What is wrong with the marks, if anything is: one that no record of a marking vouches for, or
 * one that is missing or changed. Those of records below the floor went with their markings.
 */
export async function whyMarksBroken(em: EntityManager, floor: number): Promise<string | null> {
  const markings = await findRows(em, AuditRecord, { action: MARKING });
  const digests = new Map(markings.map(({ requestId, details }) => [requestId, details['digest']]));
  const marks = await findRows(em, AuditMark, {}, { orderBy: [{ recordSeq: 'asc' }] });
  const byRequest = Map.groupBy(marks, ({ requestId }) => requestId);
  for (const { recordSeq, requestId } of marks) {
    if (Number(recordSeq) <= floor || digests.has(requestId)) continue;
    return `Record ${Number(recordSeq)} is marked, but no record says by whom.`;
  }
  for (const { seq, requestId } of markings) {
    if (digests.get(requestId) === digestOfMarks(byRequest.get(requestId) ?? [])) continue;
    return `The marks that record ${Number(seq)} tells of were changed, or some are missing.`;
  }
  return null;
}
