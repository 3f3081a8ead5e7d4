import type { FileFormat } from '../../../shared/core/list.ts';
import type { Page } from '../../../shared/core/paging.ts';
import type { Clock } from '../clock.ts';
import type { Attachment } from '../http/attachment.ts';
import { csvFile } from './csv-file.ts';
import type { Cell, WrittenTable } from './written-table.ts';
import { xlsxFile } from './xlsx-file.ts';

/** What a file holds of each row, by the name of the column. */
export type Cells<Item> = Readonly<Record<string, (item: Item) => Cell>>;

/** How a list is read for a file: in its largest pages. */
export const EXPORT_PAGE = { limit: 200, count: false } as const;

const formats: Record<
  FileFormat,
  { type: string; write: (table: WrittenTable) => Attachment['body'] }
> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvFile },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxFile,
  },
};

interface ExportedList<Item> {
  /** What the file is called, before the day. */
  name: string;
  format: FileFormat;
  cells: Cells<Item>;
  /** The columns of the file, in their order; all, where none are chosen. */
  columns: readonly string[] | undefined;
  /** Reads the page that a cursor leads to, with the rights that the reader has then. */
  read: (cursor: string | undefined) => Promise<Page<Item>>;
}

/** Everything that a list would show, page after page, as a file. */
export function exportList<Item>(
  clock: Clock,
  { name, format, cells, columns = Object.keys(cells), read }: ExportedList<Item>,
): Attachment {
  const chosen = columns.map((column) => cells[column] ?? (() => null));
  async function* pages(): AsyncGenerator<Cell[][], void> {
    let cursor: string | undefined;
    do {
      const page = await read(cursor);
      yield page.items.map((item) => chosen.map((cell) => cell(item)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  const { type, write } = formats[format];
  const day = clock.now().toISOString().slice(0, 10);
  return { name: `${name}-${day}.${format}`, type, body: write({ name, columns, pages: pages() }) };
}
