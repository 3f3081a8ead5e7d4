import { raw } from '@mikro-orm/core';
import type { AuditMarked, MarkAudit } from '../../shared/audit/contract.ts';
import { platformOf } from '../../shared/organisations/path.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { deniedAction } from '../core/changes/denied-attempts.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import { type EntityManager, isPostgres } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { AuditMark } from './audit-mark.entity.ts';
import { digestOfMarks, MARKING, marksOf } from './marks.ts';

const CHUNK = 500;

/**
 * An administrator of the platform states of refused reads that are on record that no person
 * attempted them: a page of ours made them by itself. Records stay for good, so a wrong accusation
 * can only be answered, in sight of everybody who reads it. Only reads by browsers are marked,
 * never what a program or an API token asked for, and never an attempt to change something.
 */
export function markAudit(work: Work, { reason, ...which }: MarkAudit): Promise<AuditMarked> {
  return work.transaction(MARKING, async (tx) => {
    const platform = await requirePlace(tx, platformOf(tx.person.homePath), 'audit.erase');
    requireRecent(tx, tx.person);
    const marks = await mark(tx, { reason, requestId: work.caller.requestId }, which);
    tx.at(platform);
    if (marks.length === 0) return { records: 0 };
    const records = marks.length;
    Object.assign(tx.notes, { ...which, reason, records, digest: digestOfMarks(marks) });
    return { records };
  });
}

type Which = Omit<MarkAudit, 'reason'>;

async function mark(tx: Transaction, by: { reason: string; requestId: string }, which: Which) {
  const marks: { recordSeq: number; reason: string }[] = [];
  for await (const rows of deniedReads(tx.em, which)) {
    const seqs = rows.map(({ seq }) => Number(seq));
    const marked = await marksOf(tx.em, seqs);
    const fresh = seqs
      .filter((seq) => !marked.has(seq))
      .map((recordSeq) => ({ ...by, recordSeq, at: tx.now }));
    for (const each of fresh) tx.em.create(AuditMark, each);
    marks.push(...fresh);
  }
  return marks;
}

/** Oldest first, some at a time. */
async function* deniedReads(
  em: EntityManager,
  { action, before, actor }: Which,
): AsyncGenerator<Row<AuditRecord>[]> {
  const of = (name: string) =>
    isPostgres(em) ? `details->>'${name}'` : `json_extract(details, '$.${name}')`;
  let after = 0;
  for (;;) {
    const rows = await findRows<AuditRecord>(
      em,
      AuditRecord,
      {
        seq: { $gt: after },
        action: deniedAction(action),
        ...(before !== undefined && { at: { $lt: new Date(before) } }),
        ...(actor !== undefined && { actorId: actor }),
        [raw(`${of('userAgent')} like 'Mozilla/%' and ${of('token')} is null`)]: [],
      },
      { orderBy: [{ seq: 'asc' }], limit: CHUNK },
    );
    yield rows;
    if (rows.length < CHUNK) return;
    after = Number(rows.at(-1)?.seq);
  }
}
