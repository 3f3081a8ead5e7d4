/** What a spreadsheet would take for a formula, also after what it skips at the start of a cell. */
const FORMULA = /^[\s\0]*[=+\-@]|^[\t\r]/;

/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would compute begins with an
 * apostrophe, so that it is shown instead: the values come from people.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
