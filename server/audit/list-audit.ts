import type { AuditEntry, AuditFilter, AuditQuery } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { sequenceCursors } from '../core/db/cursors.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { conditionsOf, stillHas } from './audit-filter.ts';
import { keepVisible, recordsWithin } from './sight.ts';
import { viewRecords } from './view-records.ts';

const BATCH = 200;

/** What was recorded, latest first, as far as the reader may see; also within one organisation. */
export function listAudit(work: Work, query: AuditQuery): Promise<Page<AuditEntry>> {
  return work.read((reading) => readAudit(reading, query));
}

/**
 * The same within a use case: one page. Only what is shown decides how long it is and whether there
 * is another: a cursor behind hidden records would tell that there are some.
 */
export async function readAudit(
  reading: Reading,
  { limit, cursor, ...filter }: AuditQuery,
): Promise<Page<AuditEntry>> {
  const within = await pathsOf(reading, filter);
  const conditions = [recordsWithin(within), ...conditionsOf(reading.em, filter)];
  const isFound = ({ details }: Row<AuditRecord>) => stillHas(filter, details);
  const found: Row<AuditRecord>[] = [];
  const cursors = sequenceCursors('audit', filter);
  let before = cursors.read(cursor);
  let isEnd = false;
  while (!isEnd && found.length <= limit) {
    const rows = await findRows<AuditRecord>(
      reading.em,
      AuditRecord,
      { $and: [...conditions, { seq: { $lt: before } }] },
      { orderBy: [{ seq: 'desc' }], limit: BATCH },
    );
    found.push(...(await keepVisible(reading.em, reading.person, rows, { within, isFound })));
    before = Number(rows.at(-1)?.seq ?? 0);
    isEnd = rows.length < BATCH;
  }
  const page = found.slice(0, limit);
  return {
    items: await viewRecords(reading, page),
    nextCursor: found.length > limit ? cursors.write(String(page.at(-1)?.seq)) : null,
  };
}

async function pathsOf(reading: Reading, { organisation }: AuditFilter): Promise<string[]> {
  if (organisation === undefined) return reading.person.grants.map(({ path }) => path);
  const { path } = await requirePlace(reading, organisation, 'directory.view');
  return [path];
}
