import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Refusal } from '../../../shared/core/refusals.ts';
import type { Transaction } from './transaction.ts';

/** A table and a column, as the database names them: `grants.account_id`. */
export type ColumnName = `${string}.${string}`;

/**
 * Pending changes are written; where another row has what must be unique in the column, it is
 * refused.
 */
export async function flushOr(
  { em }: Transaction,
  column: ColumnName,
  refusal: () => Refusal,
): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException && isAbout(error, column)) {
      throw refusal();
    }
    throw error;
  }
}

/** SQLite names the columns in its message, PostgreSQL the table and, in the detail, the columns. */
function isAbout(error: UniqueConstraintViolationException, column: ColumnName): boolean {
  const { table, detail } = error as { table?: string; detail?: string };
  const [of, name = ''] = column.split('.');
  if (table === undefined) return error.message.split(/[\s,]+/).includes(column);
  return (
    table === of &&
    /^Key \(([^)]*)\)/
      .exec(detail ?? '')?.[1]
      ?.split(', ')
      .includes(name) === true
  );
}
