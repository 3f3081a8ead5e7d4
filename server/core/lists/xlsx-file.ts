import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell, WrittenTable } from './written-table.ts';

/** As wide as most of what stands in a column, in characters. */
const WIDTH = 24;

/** The underscore of text that the format would read as an escaped character: `_x0041_`. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * The table as a workbook of one sheet, with its names in a first row that stays in sight and
 * its times in UTC. Text is text, also where a spreadsheet would compute it; what XML cannot hold is
 * escaped. Above a million rows it goes on in a second sheet.
 */
export function xlsxFile({ name, columns, pages }: WrittenTable): ReadableStream<Uint8Array> {
  return writeXlsxStream(rowsOf(pages), {
    name,
    columns: columns.map((header) => ({ header, width: WIDTH, ...(isTime(header) && TIME) })),
    freezePane: { rows: 1 },
  });
}

const TIME = { numFmt: 'yyyy-mm-dd hh:mm:ss' };

/** Columns of times end so, as the fields do. */
function isTime(column: string): boolean {
  return column.endsWith('At');
}

async function* rowsOf(pages: AsyncIterable<Cell[][]>): AsyncGenerator<Cell[], void> {
  for await (const rows of pages) yield* rows.map((cells) => cells.map(written));
}

function written(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(LOOKS_ESCAPED, '_x005F_') : cell;
}
