/** The content of a cell: text that people wrote, a number, a time, or nothing. */
export type Cell = string | number | boolean | Date | null;

/** A table that is written while it is read, many rows at a time. */
export interface WrittenTable {
  name: string;
  columns: readonly string[];
  pages: AsyncIterable<Cell[][]>;
}
