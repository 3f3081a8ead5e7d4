import type { Fields } from '../../shared/core/merge-patch.ts';
import type { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { AuditFloor } from './audit-floor.entity.ts';

/** The action under which letting records go is itself recorded. */
export const PRUNING = 'audit.prune';

/** Where the audit begins now; `undefined` where nothing was ever let go. */
export async function findFloor(em: EntityManager): Promise<Row<AuditFloor> | undefined> {
  const [floor] = await findRows(em, AuditFloor, {}, { orderBy: [{ number: 'desc' }], limit: 1 });
  return floor;
}

/** What the record of letting go says of the floor. */
export function pruningNotes({ recordSeq, hash }: Pick<AuditFloor, 'recordSeq' | 'hash'>): Fields {
  return { upTo: Number(recordSeq), hash };
}

/** Whether this is the record of letting go up to that floor. */
export function isPruningTo(
  floor: Row<AuditFloor>,
  { action, details }: Pick<AuditRecord, 'action' | 'details'>,
): boolean {
  const { upTo, hash } = pruningNotes(floor);
  return action === PRUNING && details['upTo'] === upTo && details['hash'] === hash;
}
