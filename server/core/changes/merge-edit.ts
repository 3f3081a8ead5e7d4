import { isDeepStrictEqual } from 'node:util';
import { type Fields, isFields } from '../../../shared/core/merge-patch.ts';
import type { FieldConflict } from '../../../shared/core/problem.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import type { Reading } from '../db/reading.ts';
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
 * refused with both values, who changed it and when, and nothing is changed. Maps count name by name.
 */
export async function mergeEdit(
  reading: Reading,
  publication: Publication,
  entity: Versioned,
  patch: Fields,
  expected: ExpectedVersion,
): Promise<Fields> {
  const current = partsOf(publication, leavesOf(publication, entity));
  const touched = Object.entries(partsOf(publication, leavesIn(publication, patch))).filter(
    ([part, value]) => !isDeepStrictEqual(current[part], value),
  );
  if (expected !== '*' && expected !== entity.version && touched.length > 0) {
    const conflicts = await findConflicts(reading, publication, entity, touched, expected);
    if (conflicts.length > 0) throw new Refusal('version.conflict', undefined, { conflicts });
  }
  return columnsOf(publication, entity, touched);
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
  const current = partsOf(publication, leavesOf(publication, entity));
  return touched.flatMap(([field, yours]) => {
    const change = since.find(
      (row) => field in partsOf(publication, leavesIn(publication, row.fields)),
    );
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

/** The leaves with maps taken apart: what two people can change without meeting. */
function partsOf({ maps = [] }: Publication, leaves: Fields): Fields {
  const parts: Fields = {};
  for (const [field, value] of Object.entries(leaves)) {
    if (!maps.includes(field) || !isFields(value)) parts[field] = value;
    else for (const [name, held] of Object.entries(value)) parts[`${field}.${name}`] = held;
  }
  return parts;
}

/** The touched parts as columns, maps put together again with what nobody touched. */
function columnsOf(
  publication: Publication,
  entity: object,
  touched: readonly [string, unknown][],
): Fields {
  const columns: Fields = {};
  for (const [part, value] of touched) {
    const map = publication.maps?.find((field) => part.startsWith(`${field}.`));
    const column = publication.fields[map ?? part] ?? part;
    if (map === undefined) columns[column] = value;
    else {
      const held = (columns[column] ?? (entity as Fields)[column]) as Fields;
      columns[column] = { ...held, [part.slice(map.length + 1)]: value };
    }
  }
  return columns;
}
