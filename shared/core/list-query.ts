import { z } from 'zod';
import {
  type ColumnOf,
  columnsOf,
  type FilterOf,
  filtersOf,
  type ListDeclaration,
  type SortOf,
  sortsOf,
} from './list.ts';
import { PageQuery } from './paging.ts';
import { fixedText } from './words/said.ts';
import { says } from './words.ts';

const MOST_VALUES = 300;
const CODE = z.string().regex(/^[A-Z]{2,3}$/, fixedText(says.codeOfCapitals));

/** Several values in one parameter, parted by commas: `kind=tenant,unit`. */
function several<Value extends string>(value: z.ZodType<Value>) {
  const values = z.array(value).max(MOST_VALUES);
  return z
    .string()
    .max(4 * MOST_VALUES)
    .transform((text, context): Value[] => {
      const { data, error } = values.safeParse(text.split(','));
      for (const { message } of error?.issues ?? []) context.addIssue(message);
      return data ?? z.NEVER;
    });
}

type Several<Value extends string> = ReturnType<typeof several<Value>>;

type ValueOf<
  L extends ListDeclaration,
  Name extends FilterOf<L>,
> = L['columns'][Name]['filter'] extends readonly (infer Value extends string)[] ? Value : string;

/** What chooses the rows of a list: the text that is looked for, and a filter for each column. */
export function listFilters<const L extends ListDeclaration>(list: L) {
  const filters = filtersOf(list).map((name) => {
    const filter = list.columns[name]?.filter;
    const value = Array.isArray(filter) ? z.enum(filter as [string]) : CODE;
    return [name, several(value).optional()];
  });
  return Object.fromEntries(filters) as {
    [Name in FilterOf<L>]: z.ZodOptional<Several<ValueOf<L, Name>>>;
  };
}

/** A parameter that is on or off. */
const Flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** The query of a list that was declared. */
export function listQuery<const L extends ListDeclaration>(list: L) {
  return PageQuery.extend({
    ...listFilters(list),
    sort: z.enum(sortsOf(list) as [SortOf<L>, ...SortOf<L>[]]).default(list.usualSort as never),
    columns: several(z.enum(columnsOf(list) as [ColumnOf<L>, ...ColumnOf<L>[]]))
      .optional()
      .describe('What the rows are to hold besides what they always do, parted by commas.'),
    count: Flag.describe('Whether to count how many rows there are in all, up to 10,000.'),
  });
}

/** How far below an organisation its list reaches. */
export const Within = z
  .enum(['here', 'branch'])
  .default('here')
  .describe('Only what is here, or everything below as well.');
export type Within = z.infer<typeof Within>;
