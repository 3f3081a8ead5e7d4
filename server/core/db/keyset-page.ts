import type { EntityName, FilterQuery, QueryOrderMap } from '@mikro-orm/core';
import { isId } from '../../../shared/core/ids.ts';
import type { Fields } from '../../../shared/core/merge-patch.ts';
import type { Page } from '../../../shared/core/paging.ts';
import { Refusal } from '../../../shared/core/refusals.ts';
import { findRows, type Row } from './find-rows.ts';
import type { EntityManager } from './open-database.ts';

/** How a list is ordered: by one column, then by id, both in one direction. */
export interface Order {
  column: string;
  direction: 'asc' | 'desc';
}

export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
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
  { column, direction }: Order,
  { limit, cursor, omit }: PageRequest,
): Promise<Page<Row<E>>> {
  const after = cursor ? keysetAfter(column, direction, readCursor(column, cursor)) : {};
  const rows = await findRows(em, entity, { $and: [where, after] } as unknown as FilterQuery<E>, {
    orderBy: [{ [column]: direction }, { id: direction }] as QueryOrderMap<E>[],
    limit: limit + 1,
    omit,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1) as (Fields & { id: string }) | undefined;
  const isMore = rows.length > limit && last;
  return {
    items,
    nextCursor: isMore ? writeCursor(last[column], last.id) : null,
  };
}

type Key = [value: string, id: string];

function keysetAfter(column: string, direction: 'asc' | 'desc', [value, id]: Key) {
  const beyond = direction === 'asc' ? '$gt' : '$lt';
  const sortValue = isTime(column) ? new Date(value) : value;
  return {
    $or: [{ [column]: { [beyond]: sortValue } }, { [column]: sortValue, id: { [beyond]: id } }],
  };
}

function writeCursor(value: unknown, id: string): string {
  const key = [value instanceof Date ? value.toISOString() : value, id];
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function isTime(column: string): boolean {
  return column.endsWith('At');
}

function readCursor(column: string, cursor: string): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isKey(key) && (!isTime(column) || Number.isFinite(Date.parse(key[0])))) return key;
  } catch {
    // falls through to the refusal: whatever is wrong with it, it is not one of ours
  }
  throw new Refusal('request.invalid', 'This cursor is not one of this list.', {
    errors: [{ path: 'cursor', message: 'Use the nextCursor of the page before.' }],
  });
}

function isKey(key: unknown): key is Key {
  if (!Array.isArray(key) || key.length !== 2) return false;
  const [value, id] = key as unknown[];
  return typeof value === 'string' && !value.includes('\0') && typeof id === 'string' && isId(id);
}

/** A pattern that finds `text` anywhere; wildcards in it match any one character. */
export function containing(text: string): string {
  return `%${text.toLocaleLowerCase('en').replace(/[%_\\]/g, '_')}%`;
}
