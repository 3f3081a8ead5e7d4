import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Topic } from '../../../shared/access/actions.ts';
import { type Fields, isFields } from '../../../shared/core/merge-patch.ts';
import type { RecordType } from '../../../shared/core/record.ts';
import type { Resource } from '../../../shared/live/contract.ts';
import type { AccessEffect } from './access-effect.ts';

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
  /** The topic of one record, where some of them are for fewer people than the others. */
  topicOf?: (record: Fields) => Topic;
  /**
   * How the actions begin that are a deed on the record itself. What follows from another deed is
   * audited by that one alone: its record is read by those there, not by those of this record.
   */
  deeds?: string;
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
  /** What its changes mean for who may see and do what; nothing, where nothing is said. */
  access?: AccessEffect;
}

/** What a feature says of a record that travels; the rest follows from its type and its view. */
interface Published<E extends object> {
  entity: new () => E;
  /** The view of which changes carry the fields; what is derived is not in it. */
  fields: z.ZodObject;
  /** What it is known by; its `id`, where nothing is said. */
  recordId?: (entity: E) => string;
  /** The organisation that it belongs to; its `organisationId`, where nothing is said. */
  organisationId?: (entity: E) => string;
  maps?: readonly string[];
  access?: AccessEffect;
  /** How the actions begin that are deeds on it, where others move it too. */
  deeds?: string;
}

/** How a record that travels is logged: each field of its view by the column of the same name. */
export function publish<E extends object>(
  type: Pick<RecordType<never, string, Topic>, 'name' | 'topic' | 'topicOf' | 'isParted'>,
  { entity, fields, recordId, organisationId, maps, access, deeds }: Published<E>,
): Publication {
  const { name, topic, isParted } = type;
  const column = (each: string) => (row: object) => (row as Record<string, string>)[each] ?? '';
  return {
    entity,
    resource: name as RecordName,
    topic,
    recordId: (recordId as Publication['recordId'] | undefined) ?? column('id'),
    organisationId:
      (organisationId as Publication['organisationId'] | undefined) ?? column('organisationId'),
    ...(!organisationId && { organisationColumn: 'organisationId' as never }),
    fields: columnsOf(fields) as Publication['fields'],
    ...(maps && { maps }),
    ...(access && { access }),
    ...(deeds !== undefined && { deeds }),
    ...(isParted && { topicOf: (record: Fields) => type.topicOf(record as never) as Topic }),
  };
}

/** The declaration of how a record is audited that never leaves the server, its columns checked. */
export function keepInside<E extends object>(
  publication: Omit<Publication<E>, 'topic' | 'organisationId'>,
): Publication {
  return { ...publication, topic: null, organisationId: () => null } as unknown as Publication;
}

/** What every record has, and no change carries. */
const ofEvery = ['id', 'version'];

/** Each leaf of a view, with its column: `contact.email` stands in `contactEmail`. */
function columnsOf(view: z.ZodObject, prefix: readonly string[] = []): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [name, schema] of Object.entries(view.shape)) {
    const way = [...prefix, name];
    if (schema instanceof z.ZodObject) Object.assign(columns, columnsOf(schema, way));
    else if (prefix.length > 0 || !ofEvery.includes(name)) {
      columns[way.join('.')] = inCamelCase(way);
    }
  }
  return columns;
}

function inCamelCase([first = '', ...rest]: readonly string[]): string {
  return first + rest.map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join('');
}

/** The topic that a record is followed by. */
export function topicFor({ topic, topicOf }: Publication, record: Fields): Topic | null {
  return topicOf?.(record) ?? topic;
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

/** The leaves of one record under those of a later one: maps by name, the rest as a whole. */
export function joinLeaves({ maps = [] }: Publication, first: Fields, second: Fields): Fields {
  const joined = { ...first, ...second };
  for (const field of maps) {
    const [before, after] = [first[field], second[field]];
    if (isFields(before) && isFields(after)) joined[field] = { ...before, ...after };
  }
  return joined;
}
