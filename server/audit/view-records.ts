import type { AuditEntry } from '../../shared/audit/contract.ts';
import type { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { Reading } from '../core/db/reading.ts';
import { namesOf } from '../organisations/names-of.ts';
import { AuditErasure } from './audit-erasure.entity.ts';
import { readAction } from './audit-filter.ts';
import type { AuditMark } from './audit-mark.entity.ts';
import { marksOf } from './marks.ts';

/** What the audit wrote beside the columns. */
interface Details {
  actor: string;
  address: string;
  userAgent: string;
  token?: AuditEntry['token'];
  checks?: AuditEntry['checks'];
  changes: AuditEntry['changes'];
  [note: string]: unknown;
}

/** Audit records as read, with the present names of where they happened. */
export async function viewRecords(
  { em, person }: Reading,
  records: readonly Row<AuditRecord>[],
): Promise<AuditEntry[]> {
  const places = records.map(({ organisationId }) => organisationId);
  const names = await namesOf(em, places, { reachedBy: person });
  const seqs = records.map(({ seq }) => Number(seq));
  const erasures = await findRows(em, AuditErasure, { recordSeq: { $in: seqs } });
  const marks = await marksOf(em, seqs);
  const erased = new Set(erasures.map(({ recordSeq }) => Number(recordSeq)));
  return records.map((record) => {
    const { actor, address, userAgent, token, checks, changes, ...notes } =
      record.details as Details;
    const organisation = names.get(record.organisationId ?? '');
    return {
      seq: Number(record.seq),
      at: record.at.toISOString(),
      ...readAction(record.action),
      actor: { id: record.actorId, displayName: actor },
      token: token ?? null,
      organisationId: record.organisationId,
      ...(organisation && { organisation }),
      requestId: record.requestId,
      address,
      userAgent,
      changes,
      checks: checks ?? [],
      notes,
      isErased: erased.has(Number(record.seq)),
      mark: markFrom(marks.get(Number(record.seq))),
    };
  });
}

function markFrom(mark: Row<AuditMark> | undefined): AuditEntry['mark'] {
  return mark ? { reason: mark.reason, at: mark.at.toISOString() } : null;
}
