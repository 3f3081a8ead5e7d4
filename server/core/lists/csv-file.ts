import { CSV_MARK, csvLine } from '../csv.ts';
import type { Cell, WrittenTable } from './written-table.ts';

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
