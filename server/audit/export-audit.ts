import type { AuditEntry, AuditExportQuery, AuditFilter } from '../../shared/audit/contract.ts';
import { CSV_MARK, csvLine } from '../core/csv.ts';
import type { Work } from '../core/db/work.ts';
import type { Attachment } from '../core/http/attachment.ts';
import { locate, requirePlace } from '../organisations/require-organisation.ts';
import { listAudit } from './list-audit.ts';

const PAGE = 200;

/**
 * Everything that the reader's list would show, page after page, as a file. The export is on
 * record before its first line, with what was asked for; and each page is read with the rights
 * that the reader has then, so one that loses them in between gets no further.
 */
export async function exportAudit(
  work: Work,
  { format, ...filter }: AuditExportQuery,
): Promise<Attachment> {
  await work.transaction('audit.export', async (tx) => {
    const { organisation } = filter;
    const at = organisation
      ? await requirePlace(tx, organisation, 'directory.view')
      : await locate(tx.em, tx.person.organisationId);
    if (at) tx.at(at);
    tx.notes['format'] = format;
    tx.notes['filter'] = filter;
  });
  const day = work.clock.now().toISOString().slice(0, 10);
  return format === 'csv'
    ? { name: `audit-${day}.csv`, type: 'text/csv; charset=utf-8', body: csv(work, filter) }
    : { name: `audit-${day}.jsonl`, type: 'application/jsonl', body: jsonLines(work, filter) };
}

async function* csv(work: Work, filter: AuditFilter): AsyncGenerator<string, void> {
  yield CSV_MARK + csvLine(Object.keys(columns));
  for await (const entries of pages(work, filter)) {
    yield entries.map((entry) => csvLine(Object.values(columns).map((of) => of(entry)))).join('');
  }
}

async function* jsonLines(work: Work, filter: AuditFilter): AsyncGenerator<string, void> {
  for await (const entries of pages(work, filter)) {
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}

async function* pages(work: Work, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let cursor: string | undefined;
  do {
    const query = { ...filter, limit: PAGE, cursor };
    const page = await listAudit(work, query);
    if (page.items.length > 0) yield page.items; // a long search finds nothing for a while
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

const columns: Record<string, (entry: AuditEntry) => string | number | null> = {
  seq: ({ seq }) => seq,
  at: ({ at }) => at,
  outcome: ({ outcome }) => outcome,
  action: ({ action }) => action,
  actorId: ({ actor }) => actor.id,
  actor: ({ actor }) => actor.displayName,
  token: ({ token }) => token?.name ?? null,
  organisationId: ({ organisationId }) => organisationId,
  organisation: ({ organisation }) => organisation?.displayName ?? null,
  address: ({ address }) => address,
  userAgent: ({ userAgent }) => userAgent,
  requestId: ({ requestId }) => requestId,
  changes: ({ changes }) => (changes.length > 0 ? JSON.stringify(changes) : null),
  failedChecks: ({ checks }) => checks.map(({ name }) => name).join(' '),
  notAttempted: ({ mark }) => mark?.reason ?? null,
  notes: ({ notes }) => (Object.keys(notes).length > 0 ? JSON.stringify(notes) : null),
};
