import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';

/** Numbers of the audit that are searched at a time: nobody else has a turn meanwhile. */
export const STRETCH = 5_000;
/** Stretches that one answer searches at most. */
const MOST_STRETCHES = 20;

/**
 * Where the stretch below a number ends. Stretches end at round numbers, whatever is recorded there,
 * so that where a search is broken off tells nothing of the records that it walked.
 */
export function floorBelow(before: number): number {
  return Math.max(0, Math.floor((before - 1) / STRETCH) * STRETCH);
}

/** Where an answer that begins there breaks its search off. */
export function endBelow(before: number): number {
  return Math.max(0, floorBelow(before) - (MOST_STRETCHES - 1) * STRETCH);
}

/** The number above the latest record. */
export async function nextNumber(em: EntityManager): Promise<number> {
  const latest = { orderBy: [{ seq: 'desc' as const }], limit: 1 };
  const [last] = await findRows<AuditRecord>(em, AuditRecord, {}, latest);
  return Number(last?.seq ?? 0) + 1;
}
