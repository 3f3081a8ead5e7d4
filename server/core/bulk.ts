import type { z } from 'zod';
import type { Action } from '../../shared/access/actions.ts';
import type { NamedCheck } from '../../shared/core/problem.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Reading } from './db/reading.ts';
import type { Work } from './db/work.ts';

/** Something that is done to many records of a feature, each by the use case of the single one. */
export interface BulkAction<Fields = unknown> {
  /** As a request names it. */
  readonly name: string;
  /** What it takes besides the rows. */
  readonly fields: z.ZodType<Fields>;
  /** The action that each row is decided by: with the roles that permit it, the job ends. */
  readonly action: Action;
  /** How the target is called, where it has one; refuses one that cannot be. */
  readonly target?: (reading: Reading, fields: Fields) => Promise<string>;
  /** How rows are called that the person has in sight. */
  readonly names: (
    reading: Reading,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** The checks of each row that is in sight, as they would be if it were done now. */
  readonly foresee: (
    reading: Reading,
    ids: readonly string[],
    fields: Fields,
  ) => Promise<ReadonlyMap<string, NamedCheck[]>>;
  /** Does it to one row. */
  readonly run: (work: Work, id: string, fields: Fields) => Promise<unknown>;
}

/** A list whose rows a request can mean as a whole, as its reader sees them. */
export interface BulkList<Query = unknown> {
  /** Below `/api`, with `:id` for the organisation whose list it is. */
  readonly path: string;
  /** What reading it asks for. */
  readonly action: Action;
  readonly query: z.ZodType<Query>;
  readonly read: (
    work: Work,
    id: string,
    query: Query,
    cursor: string | undefined,
  ) => Promise<Page<{ id: string }>>;
}

/* @__NO_SIDE_EFFECTS__ */
export function bulkAction<Fields>(action: BulkAction<Fields>): BulkAction {
  return action as BulkAction;
}

/* @__NO_SIDE_EFFECTS__ */
export function bulkList<Query>(list: BulkList<Query>): BulkList {
  return list as BulkList;
}
