import { isDeepStrictEqual } from 'node:util';
import type { Topic } from '../../../shared/access/actions.ts';
import { type Fields, isFields } from '../../../shared/core/merge-patch.ts';
import type { Resource } from '../../../shared/live/contract.ts';

/** The records that the log and the audit know by name; the last three never leave the server. */
export type RecordName = Resource | 'session' | 'invitation' | 'identity';

type Column<E> = keyof E & string;

/**
 * How one entity shows in the change log and the audit. Declared once by the feature; every
 * flush is captured through it, so no use case publishes by hand.
 */
export interface Publication<E extends object = object> {
  /** The class, as the unit of work names it. */
  entity: new () => E;
  resource: RecordName;
  /** The one topic that readers follow it by; `null` keeps it inside the server. */
  topic: Topic | null;
  /** The operations that are logged; all by default. */
  logs?: readonly ('create' | 'update' | 'delete')[];
  recordId: (entity: E) => string;
  /** The organisation that it belongs to; `null` for what belongs to none. */
  organisationId: (entity: E) => string | null;
  /** The column that holds that id, by which a move finds what comes along. */
  organisationColumn?: Column<E>;
  /** Public field (dotted) → column. What is not here is secret or derived. */
  fields: { readonly [field: string]: Column<E> };
  /**
   * Those of the fields that hold values by name. Each name is changed, logged and merged by
   * itself; names are never taken out. A name follows the field's after a dot, and may hold dots.
   */
  maps?: readonly string[];
}

/** Declares a publication with its columns checked against the entity. */
export function publish<E extends object>(publication: Publication<E>): Publication {
  return publication as unknown as Publication;
}

/** The public leaves of an entity, by dotted path. */
export function leavesOf(publication: Publication, entity: object): Fields {
  return pick(publication, entity as Fields, () => true);
}

/** The public leaves of which `keep` accepts the column. */
export function pick(
  publication: Publication,
  columns: Fields,
  keep: (column: string) => boolean,
): Fields {
  const leaves: Fields = {};
  for (const [field, column] of Object.entries(publication.fields)) {
    if (keep(column)) leaves[field] = plain(columns[column]);
  }
  return leaves;
}

/** A column's value as JSON carries it. */
function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : (value ?? null);
}

/**
 * The names of a map that differ, of two sets of leaves: what an update changed in it. The other
 * leaves are given as they are.
 */
export function narrowMaps({ maps = [] }: Publication, leaves: Fields, other: Fields): Fields {
  const narrowed = { ...leaves };
  for (const field of maps) {
    const [map, against] = [leaves[field], other[field]];
    if (!isFields(map) || !isFields(against)) continue;
    narrowed[field] = Object.fromEntries(
      Object.entries(map).filter(([name, value]) => !isDeepStrictEqual(value, against[name])),
    );
  }
  return narrowed;
}

/** Leaves under later leaves: maps by name, the rest as a whole. */
export function joinLeaves({ maps = [] }: Publication, first: Fields, second: Fields): Fields {
  const joined = { ...first, ...second };
  for (const field of maps) {
    const [before, after] = [first[field], second[field]];
    if (isFields(before) && isFields(after)) joined[field] = { ...before, ...after };
  }
  return joined;
}
