/**
 * The byte order mark tells spreadsheets that the file is UTF-8; without it they read `MÃ¼ller` for
 * `Müller`.
 */
export const CSV_MARK = '\ufeff';

/**
 * Where a spreadsheet may see the beginning of a formula: at the start of a cell, and after whatever
 * it can be told to take for the end of one, each past what it skips or does not show. The signs of
 * a full-width keyboard are signs, too.
 */
const FORMULA =
  /(?<=(?:^|[,;|:\t\r\n\v\f\u0085\u2028\u2029])[\s\p{C}\p{Default_Ignorable_Code_Point}"'’]*)(?=[=+\-@＝＋－＠−﹢﹣﹦﹫])|(?<= )(?=[=+\-@]\S)/gu;

/**
 * One line of a CSV file (RFC 4180), every cell in quotes. Where a spreadsheet would compute, an
 * apostrophe stands before the sign, so that it is shown instead: the values come from people.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  const text = typeof value === 'string' ? value.replace(FORMULA, "'") : String(value ?? '');
  return `"${text.replaceAll('"', '""')}"`;
}
