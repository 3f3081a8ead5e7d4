import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AuditEntry, AuditFilter, AuditQuery } from '../../shared/audit/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { AuditRecord } from '../core/changes/audit-record.entity.ts';
import { sequenceCursors } from '../core/db/cursors.ts';
import { findRows, type Row } from '../core/db/find-rows.ts';
import { findVisible } from '../core/lists/find-visible.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { conditionsOf, isSearch, stillHas } from './audit-filter.ts';
import { keepVisible, recordsWithin, type Wanted } from './sight.ts';
import { endBelow, floorBelow, nextNumber, STRETCH } from './stretches.ts';
import { viewRecords } from './view-records.ts';

/**
 * What was recorded, latest first, as far as the reader may see; also within one organisation. Only
 * what is shown decides how long a page is and whether there is another: a cursor behind hidden
 * records would tell that there are some. A long search alone is broken off, and goes on by its cursor.
 * After each stretch of records the others have their turn.
 */
export async function listAudit(
  work: Work,
  { limit, cursor, ...filter }: AuditQuery,
): Promise<Page<AuditEntry>> {
  const cursors = sequenceCursors('audit', filter);
  let walk: Walk | undefined;
  for (;;) {
    const page = await work.read(async (reading) => {
      const wanted = await wantedBy(reading, filter);
      walk ??= await beginWalk(reading, wanted, { filter, before: cursors.read(cursor) });
      await walkOn(reading, wanted, { filter, walk, limit });
      const { found, before, end } = walk;
      if (found.length <= limit && before > end) return null;

      const rows = found.slice(0, limit);
      const next = found.length > limit ? rows.at(-1)?.seq : end;
      return {
        items: await viewRecords(reading, await keepVisible(reading, rows, wanted)),
        nextCursor: Number(next) > 0 ? cursors.write(String(next)) : null,
      };
    });
    if (page) return page;
    await nextTurn();
  }
}

/** A way down the audit. */
interface Walk {
  /** What can be shown, as it was recorded: what of it, is for the last reading to say. */
  found: Row<AuditRecord>[];
  /** What was walked already begins here. */
  before: number;
  /** Where it is broken off at the latest; 0 where it goes on to the first record. */
  end: number;
}

async function beginWalk(
  { em }: Reading,
  wanted: Wanted,
  { filter, before: given }: { filter: AuditFilter; before: number },
): Promise<Walk> {
  const isLong = isLongSearch(filter, wanted);
  const before = isLong ? Math.min(given, await nextNumber(em)) : given;
  return { found: [], before, end: isLong ? endBelow(before) : 0 };
}

/** One stretch: of a search down to a round number, else of so many records. */
async function walkOn(
  { em, person }: Reading,
  wanted: Wanted,
  { filter, walk, limit }: { filter: AuditFilter; walk: Walk; limit: number },
): Promise<void> {
  const conditions = [recordsWithin(wanted.within), ...conditionsOf(em, filter)];
  const floor = isLongSearch(filter, wanted) ? floorBelow(walk.before) : 0;
  const { found, before } = await findVisible({
    before: walk.before,
    end: floor,
    enough: limit + 1 - walk.found.length,
    most: STRETCH,
    read: (below, most) =>
      findRows<AuditRecord>(
        em,
        AuditRecord,
        { $and: [...conditions, { seq: { $lt: below, $gte: floor } }] },
        { orderBy: [{ seq: 'desc' }], limit: most },
      ),
    keep: async (rows) => {
      const visible = await keepVisible({ em, person }, rows, wanted);
      const seen = new Set(visible.map(({ seq }) => seq));
      return rows.filter(({ seq }) => seen.has(seq));
    },
    keyOf: ({ seq }) => Number(seq),
  });
  walk.found.push(...found);
  walk.before = before;
}

/** Whether records have to be read to know what fits; there are none for whoever has no role. */
function isLongSearch(filter: AuditFilter, { within }: Wanted): boolean {
  return isSearch(filter) && within.length > 0;
}

async function wantedBy(reading: Reading, filter: AuditFilter): Promise<Wanted> {
  return {
    within: await pathsOf(reading, filter),
    isFound: ({ details }) => stillHas(filter, details),
  };
}

async function pathsOf(reading: Reading, { organisation }: AuditFilter): Promise<string[]> {
  if (organisation === undefined) return reading.person.grants.map(({ path }) => path);
  const { path } = await requirePlace(reading, organisation, 'directory.view');
  return [path];
}
