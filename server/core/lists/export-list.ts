import type { Page } from '../../../shared/core/paging.ts';
import { CSV_MARK, csvLine } from '../csv.ts';
import type { Clock } from '../clock.ts';
import type { Attachment } from '../http/attachment.ts';

/** What a file holds of each row, by the name of the column. */
export type Cells<Item> = Readonly<Record<string, (item: Item) => string | number | null>>;

/** How a list is read for a file: in its largest pages. */
export const EXPORT_PAGE = { limit: 200, count: false } as const;

interface ExportedList<Item> {
  /** What the file is called, before the day. */
  name: string;
  cells: Cells<Item>;
  /** The columns of the file, in their order; all, where none are chosen. */
  columns: readonly string[] | undefined;
  /** Reads the page that a cursor leads to, with the rights that the reader has then. */
  read: (cursor: string | undefined) => Promise<Page<Item>>;
}

/** Everything that a list would show, page after page, as a file. */
export function exportCsv<Item>(
  clock: Clock,
  { name, cells, columns = Object.keys(cells), read }: ExportedList<Item>,
): Attachment {
  const chosen = columns.map((column) => cells[column] ?? (() => null));
  async function* body(): AsyncGenerator<string, void> {
    yield CSV_MARK + csvLine(columns);
    let cursor: string | undefined;
    do {
      const page = await read(cursor);
      yield page.items.map((item) => csvLine(chosen.map((cell) => cell(item)))).join('');
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
  const day = clock.now().toISOString().slice(0, 10);
  return { name: `${name}-${day}.csv`, type: 'text/csv; charset=utf-8', body: body() };
}
