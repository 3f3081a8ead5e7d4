/** A column of a list: whether the list can be sorted by it, and by which values narrowed. */
export interface ListColumn {
  readonly sortable?: true;
  /** Those of a closed set, or a code of capitals such as `DE`. */
  readonly filter?: readonly string[] | 'code';
}

/** What a list shows and can be asked for; server, reference, table and export all read it here. */
export interface ListDeclaration {
  readonly columns: Readonly<Record<string, ListColumn>>;
  /** How it is sorted where nothing is said: `name`, or `-createdAt`. */
  readonly usualSort: string;
}

/** The names of the columns of a list. */
export type ColumnOf<L extends ListDeclaration> = keyof L['columns'] & string;

type Having<L extends ListDeclaration, Part extends keyof ListColumn> = {
  [Name in ColumnOf<L>]: L['columns'][Name] extends Required<Pick<ListColumn, Part>> ? Name : never;
}[ColumnOf<L>];

/** A sort as a query has it. */
export type SortOf<L extends ListDeclaration> = Having<L, 'sortable'> | `-${Having<L, 'sortable'>}`;

/** The names of the columns that a list can be narrowed by. */
export type FilterOf<L extends ListDeclaration> = Having<L, 'filter'>;

/* @__NO_SIDE_EFFECTS__ */
export function columnsOf<L extends ListDeclaration>({ columns }: L): ColumnOf<L>[] {
  return Object.keys(columns);
}

/* @__NO_SIDE_EFFECTS__ */
export function filtersOf<L extends ListDeclaration>(list: L): FilterOf<L>[] {
  return columnsOf(list).filter(
    (name): name is FilterOf<L> => list.columns[name]?.filter !== undefined,
  );
}

/* @__NO_SIDE_EFFECTS__ */
export function sortsOf<L extends ListDeclaration>(list: L): SortOf<L>[] {
  const names = columnsOf(list).filter((name) => list.columns[name]?.sortable);
  return names.flatMap((name) => [name, `-${name}`]) as unknown as SortOf<L>[];
}

/** The column that a sort means, and whether the other way round. */
export function readSort(sort: string): { column: string; isDescending: boolean } {
  const isDescending = sort.startsWith('-');
  return { column: isDescending ? sort.slice(1) : sort, isDescending };
}

/** What a list can be had as, whole: the end of its address. */
export type FileFormat = 'csv' | 'xlsx';
