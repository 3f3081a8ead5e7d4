/** The placeholders for as many values, for hand-written SQL: `?, ?, ?`. */
export function marksFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** A JSON column as hand-written SQL reads it: PostgreSQL parses it, SQLite keeps text. */
export function fromJson<T>(value: string | T): T {
  return typeof value === 'string' ? (JSON.parse(value) as T) : value;
}
