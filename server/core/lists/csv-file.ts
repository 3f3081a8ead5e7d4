import { CSV_MARK, csvLine } from '../csv.ts';

/** What a cell of a file holds: text that people wrote, a number, a time, or nothing. */
export type Cell = string | number | boolean | Date | null;

/** A table that is written while it is read, many rows at a time. */
export interface WrittenTable {
  name: string;
  columns: readonly string[];
  pages: AsyncIterable<Cell[][]>;
}

/** The table as CSV, with its times in UTC. */
export async function* csvFile({ columns, pages }: WrittenTable): AsyncGenerator<string, void> {
  yield CSV_MARK + csvLine(columns);
  for await (const rows of pages) {
    yield rows.map((cells) => csvLine(cells.map(asText))).join('');
  }
}

function asText(cell: Cell): string | number | null {
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'boolean' ? String(cell) : cell;
}
