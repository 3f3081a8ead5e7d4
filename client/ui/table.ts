/** A column of a `Table`. */
export interface Column {
  key: string;
  label: string;
  /** Numbers and money stand at the end. */
  align?: 'start' | 'end' | undefined;
  sortable?: boolean | undefined;
  /** In rem, what its content needs; the first column needs `FIRST` and has all that is left. */
  width?: number | undefined;
  /** Takes its share of the room that is left over. */
  grows?: boolean | undefined;
  /** Columns hide from the right as room goes; a lower rank stays longer. Unless said, its position. */
  rank?: number | undefined;
  /**
   * Where it stands when there is only room for a list of two lines: 1 title, 2 below it,
   * 3 at the end, 4 below that. Without any priority the first, second and last column are shown.
   */
  priority?: 1 | 2 | 3 | 4 | undefined;
}

export interface Sort {
  key: string;
  direction: 'ascending' | 'descending';
}

/** How a column is laid out: its CSS width, and from which width of the table on it is shown. */
export interface Fit {
  width: string | undefined;
  from: number | undefined;
}

/** The width that the first column, the name, needs, in rem. */
const FIRST = 16;
const USUAL = 8;
/** Up to here a table is a list of two lines per row, in rem. */
const LIST = 40;
/** Tables hide their columns at multiples of this, in rem: `Table` has a rule for each. */
const STEP = 4;

/**
 * How the columns share the width, whatever stands in them. So they keep their places when other
 * rows are drawn, and none makes the table wider than the page.
 */
export function fits(columns: readonly Column[], beside = 0): Map<string, Fit> {
  const widthOf = (column: Column): number =>
    column === columns[0] ? FIRST : (column.width ?? USUAL);
  const rankOf = (column: Column): number => column.rank ?? columns.indexOf(column);
  const growing = columns.filter((column, index) => index > 0 && column.grows).length;
  const all = columns.reduce((sum, column) => sum + widthOf(column), beside);

  return new Map(
    columns.map((column, index): [string, Fit] => {
      if (index === 0) return [column.key, { width: undefined, from: undefined }];
      const needed = columns
        .filter((each) => rankOf(each) <= rankOf(column))
        .reduce((sum, each) => sum + widthOf(each), beside);
      const own = `${String(widthOf(column))}rem`;
      const share = `max(0rem, 100cqi - ${String(all)}rem) / ${String(growing + 1)}`;
      return [
        column.key,
        {
          width: column.grows ? `calc(${own} + ${share})` : own,
          from: needed > LIST ? Math.ceil(needed / STEP) * STEP : undefined,
        },
      ];
    }),
  );
}

/** A sort as a query has it: `name`, or `-name` for the other way round. */
export function sortWord({ key, direction }: Sort): string {
  return direction === 'ascending' ? key : `-${key}`;
}

/** The sort that a word from an address means, if there is such a column; else the usual one. */
export function sortFrom(word: string | undefined, columns: readonly Column[], usual: Sort): Sort {
  const key = word?.replace(/^-/, '');
  const column = columns.find((each) => each.sortable && each.key === key);
  if (word === undefined || !column) return usual;
  return { key: column.key, direction: word.startsWith('-') ? 'descending' : 'ascending' };
}

/** What pressing a column's head asks for. */
export function nextSort(current: Sort | undefined, key: string): Sort {
  const turned = current?.key === key && current.direction === 'ascending';
  return { key, direction: turned ? 'descending' : 'ascending' };
}

/** The place of each column in a list of two lines. */
export function places(columns: readonly Column[]): Map<string, number> {
  const chosen = columns.filter((column) => column.priority !== undefined);
  if (chosen.length > 0) return new Map(chosen.map(({ key, priority }) => [key, priority ?? 1]));

  const [first, second] = columns;
  const last = columns.length > 2 ? columns.at(-1) : undefined;
  const all: [Column | undefined, number][] = [
    [first, 1],
    [second, 2],
    [last, 3],
  ];
  return new Map(all.flatMap(([column, place]) => (column ? [[column.key, place]] : [])));
}
