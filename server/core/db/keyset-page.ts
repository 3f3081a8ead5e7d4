import { type EntityName, type FilterQuery, type QueryOrderMap, raw } from '@mikro-orm/core';
import { folded } from '../../../shared/core/folded.ts';
import { isId } from '../../../shared/core/ids.ts';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Page } from '../../../shared/core/paging.ts';
import { isStorableTime } from '../../../shared/core/times.ts';
import { foreignCursor, markOf } from './cursors.ts';
import { findRows, type Row } from './find-rows.ts';
import { type EntityManager, isPostgres } from './open-database.ts';

/** How a list is ordered: by one column, then by id, both in one direction. */
export interface Order {
  column: string;
  direction: 'asc' | 'desc';
  /** Whether rows may lack a value: they stand last, whichever the direction. */
  isSparse?: boolean;
}

export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
  /** Which list it is, with all that chooses its records: a cursor belongs to one list only. */
  list: readonly unknown[];
  /** Columns that are not read. */
  omit?: readonly string[];
}

/**
 * One page of the rows that match, by keyset: the cursor names the last row's sort value and id,
 * so a page costs the same wherever it is and nothing is skipped when rows come or go meanwhile.
 */
export async function findPage<E extends { id: string }>(
  em: EntityManager,
  entity: EntityName<E>,
  where: object,
  order: Order,
  { limit, cursor, list, omit }: PageRequest,
): Promise<Page<Row<E>>> {
  const { column, direction, isSparse = false } = order;
  const mark = markOf([...list, column, direction]);
  const after = cursor === undefined ? {} : keysetAfter(order, readCursor(mark, order, cursor));
  const rows = await findRows(em, entity, { $and: [where, after] } as unknown as FilterQuery<E>, {
    orderBy: [
      { [column]: isSparse ? `${direction} nulls last` : direction },
      { id: direction },
    ] as QueryOrderMap<E>[],
    limit: limit + 1,
    omit,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1) as (Fields & { id: string }) | undefined;
  const isMore = rows.length > limit && last;
  return {
    items,
    nextCursor: isMore ? writeCursor(mark, last[column], last.id) : null,
  };
}

/** The value is `null` where the last row lacks one. */
type Key = [value: string | null, id: string];

function keysetAfter({ column, direction, isSparse = false }: Order, [value, id]: Key) {
  const beyond = direction === 'asc' ? '$gt' : '$lt';
  if (value === null) return { [column]: null, id: { [beyond]: id } };
  const sortValue = isTime(column) ? new Date(value) : value;
  return {
    $or: [
      { [column]: { [beyond]: sortValue } },
      { [column]: sortValue, id: { [beyond]: id } },
      ...(isSparse ? [{ [column]: null }] : []),
    ],
  };
}

function writeCursor(mark: string, value: unknown, id: string): string {
  const key = [mark, value instanceof Date ? value.toISOString() : value, id];
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function isTime(column: string): boolean {
  return column.endsWith('At');
}

function readCursor(mark: string, order: Order, cursor: string): Key {
  try {
    const [list, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (list === mark && isKey(key) && isValueOf(order, key[0])) return key;
  } catch {
    // falls through to the refusal: whatever is wrong with it, it is not one of ours
  }
  throw foreignCursor();
}

function isKey(key: unknown[]): key is Key {
  const [value, id] = key;
  return (
    key.length === 2 &&
    (value === null ||
      (typeof value === 'string' && !value.includes('\0') && value.isWellFormed())) &&
    typeof id === 'string' &&
    isId(id)
  );
}

function isValueOf({ column, isSparse = false }: Order, value: Key[0]): boolean {
  if (value === null) return isSparse;
  return !isTime(column) || isStorableTime(value);
}

/** The condition that a column of folded text holds a text; every sign in it stands for itself. */
export function holding(em: EntityManager, column: string, text: string): object {
  const find = isPostgres(em) ? 'strpos' : 'instr';
  return { [raw(`${find}(${column}, ?)`, [folded(text)])]: { $gt: 0 } };
}
