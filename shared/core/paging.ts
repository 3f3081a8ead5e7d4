import { fixedText } from './words/said.ts';
import { says } from './words.ts';
import { z } from 'zod';

const MOST = 200;

/**
 * Longer than any cursor that is given out: one holds what a list is ordered by, which can be a
 * long name in a script of four bytes a character.
 */
export const MOST_CURSOR_LENGTH = 2000;

/** A whole number as it stands in a query: digits, and nothing that a programming language adds. */
function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, fixedText(says.wholeNumber))
    .pipe(z.coerce.number<string>().min(min).max(max));
}

/** The query of every list: at most 200 items a page, an opaque cursor, a search text. */
export const PageQuery = z.strictObject({
  limit: wholeNumber(1, MOST).default(50),
  cursor: z.string().max(MOST_CURSOR_LENGTH).optional(),
  /** Longer than whatever is searched for: an external id has up to 256 characters. */
  q: z.string().trim().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** How many rows a list has in all; no more are counted than `MOST_COUNTED`. */
export const Count = z.object({ total: z.number().int(), isCapped: z.boolean() });
export type Count = z.infer<typeof Count>;

export const MOST_COUNTED = 10_000;

/** One page of a list; `nextCursor` is `null` on the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  /** Where it was asked for. */
  count?: Count | undefined;
}

/** The schema of a page of `item`. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    count: Count.optional(),
  });
}
