/*
 * What stands within a branch, as a condition of queries: for the ORM and for hand-written SQL. A
 * range rather than a pattern: both databases use the index for it, and there is nothing to escape.
 * Paths are compared byte by byte, where `0` is the character after `/`.
 */

/** At or below one of the paths. */
export function within(paths: readonly string[], column = 'path'): object {
  if (paths.length === 0) return { [column]: { $in: [] } }; // said outright, not left to an empty $or
  return { $or: paths.flatMap((path) => [{ [column]: path }, below(path, column)]) };
}

/** Below a path, without what stands at it. */
export function below(path: string, column = 'path'): object {
  const { first, end } = boundsBelow(path);
  return { [column]: { $gte: first, $lt: end } };
}

/** At or below an organisation, wherever it stood; no id is part of another. */
export function through(id: string, column = 'path'): object {
  return { [column]: { $like: `%${id}%` } };
}

/** A condition of hand-written SQL, and the values of its placeholders in their order. */
export interface Condition {
  sql: string;
  values: string[];
}

/** The same as `within`. */
export function withinSql(paths: readonly string[], column: string): Condition {
  if (paths.length === 0) return { sql: '1 = 0', values: [] };
  const one = `${column} = ? or (${column} >= ? and ${column} < ?)`;
  const bounds = paths.map((path) => ({ path, ...boundsBelow(path) }));
  return {
    sql: `(${bounds.map(() => one).join(' or ')})`,
    values: bounds.flatMap(({ path, first, end }) => [path, first, end]),
  };
}

/** The id before the last, in SQL: ids are 36 characters long. */
export function parentIdSql(column: string): string {
  return `substr(${column}, length(${column}) - 72, 36)`;
}

function boundsBelow(path: string): { first: string; end: string } {
  return { first: `${path}/`, end: `${path}0` };
}
