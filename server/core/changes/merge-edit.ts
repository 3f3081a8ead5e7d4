import { isDeepStrictEqual } from 'node:util';
import { type Fields, isFields } from '../../../shared/core/merge-patch.ts';
import type { FieldConflict } from '../../../shared/core/problem.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { Reading } from '../db/work.ts';
import { ChangeRow } from './change.entity.ts';
import { leavesOf, type Publication } from './publication.ts';

/** The version that the editor saw, or `*` to overwrite knowingly. */
export type ExpectedVersion = number | '*';

interface Versioned {
  version: number;
}

/**
 * The leaves of a merge patch that really change the record, as columns. Where the editor saw an
 * older version, the log tells which fields changed since: disjoint edits merge, an overlap is
 * refused with both values, who changed it and when, and nothing is changed.
 */
export async function mergeEdit(
  reading: Reading,
  publication: Publication,
  entity: Versioned,
  patch: Fields,
  expected: ExpectedVersion,
): Promise<Fields> {
  const current = leavesOf(publication, entity);
  const touched = Object.entries(leavesIn(publication, patch)).filter(
    ([field, value]) => !isDeepStrictEqual(current[field], value),
  );
  if (expected !== '*' && expected !== entity.version && touched.length > 0) {
    const conflicts = await findConflicts(reading, publication, entity, touched, expected);
    if (conflicts.length > 0) throw new Refusal('version.conflict', undefined, { conflicts });
  }
  return Object.fromEntries(touched.map(([field, value]) => [columnOf(publication, field), value]));
}

async function findConflicts(
  { em }: Reading,
  publication: Publication,
  entity: Versioned,
  touched: [string, unknown][],
  expected: number,
): Promise<FieldConflict[]> {
  const since = await em.find(
    ChangeRow,
    {
      resource: publication.resource,
      recordId: publication.recordId(entity),
      version: { $gt: expected, $lte: entity.version }, // not those that others commit meanwhile
    },
    { orderBy: { version: 'desc' }, limit: 1_000 },
  );
  const isComplete = new Set(since.map((row) => row.version)).size === entity.version - expected;
  const current = leavesOf(publication, entity);
  return touched.flatMap(([field, yours]) => {
    const change = since.find((row) => field in leavesIn(publication, row.fields));
    if (isComplete && !change) return [];
    const last = change ?? since[0];
    return {
      field,
      yours,
      theirs: current[field],
      changedBy: { id: last?.actorId ?? '', displayName: last?.actorName ?? 'somebody' },
      changedAt: (last?.at ?? new Date(0)).toISOString(),
    };
  });
}

/** The declared fields that a nested patch touches, by dotted path. */
function leavesIn(publication: Publication, patch: Fields): Fields {
  const leaves: Fields = {};
  for (const field of Object.keys(publication.fields)) {
    const value = field
      .split('.')
      .reduce<unknown>((level, name) => (isFields(level) ? level[name] : undefined), patch);
    if (value !== undefined) leaves[field] = value;
  }
  return leaves;
}

function columnOf(publication: Publication, field: string): string {
  return publication.fields[field] ?? field;
}
