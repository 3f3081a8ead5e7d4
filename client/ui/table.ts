/** A column of a `Table`. */
export interface Column {
  key: string;
  label: string;
  /** Numbers and money stand at the end. */
  align?: 'start' | 'end' | undefined;
  sortable?: boolean | undefined;
  width?: string | undefined;
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
