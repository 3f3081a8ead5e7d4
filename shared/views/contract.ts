import { z } from 'zod';
import { Id } from '../core/contract.ts';
import { Name } from '../core/line.ts';
import { withDefault } from '../core/when-creating.ts';

/** Views of one's own, over all lists; and those that an organisation shares. */
export const MOST_VIEWS = 50;

/** What a list is asked for, as its address holds it. */
const Query = z
  .record(z.string().max(50), z.string().max(2000))
  .describe('As in the address of the list: filters, sort, columns and reach.');

/** A name for what a list is asked for: one's own, or the organisation's. */
export const SavedView = z.object({
  id: Id,
  organisationId: Id,
  /** The list that it is of, by the end of its address. */
  list: z.string(),
  name: z.string(),
  query: Query,
  isShared: z.boolean(),
  /** Whether its owner sees the list by it where nothing else is asked for. */
  isDefault: z.boolean(),
  version: z.number().int(),
});
export type SavedView = z.infer<typeof SavedView>;

const ListName = z.string().max(50).describe('The end of the list’s address: children, accounts.');

export const ViewsQuery = z.strictObject({ list: ListName.default('children') });
export type ViewsQuery = z.infer<typeof ViewsQuery>;

export const SaveView = z.strictObject({
  list: ListName,
  name: Name,
  query: Query,
  isShared: withDefault(z.boolean(), false),
});
export type SaveView = z.infer<typeof SaveView>;

export const EditView = z.strictObject({
  name: Name.optional(),
  query: Query.optional(),
  isDefault: z.boolean().optional(),
});
export type EditView = z.infer<typeof EditView>;
