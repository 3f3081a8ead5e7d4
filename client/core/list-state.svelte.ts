import {
  type ColumnOf,
  columnsOf,
  type FilterOf,
  filtersOf,
  type ListDeclaration,
  sortsOf,
} from '../../shared/core/list.ts';
import { ListAddress } from './list-address.ts';

type Asked = Readonly<Record<string, string | undefined>>;

/**
 * What a list is asked for: its search, order, filters, reach and columns. It is in the address of
 * the page, so that a link, a reload and Back show the same; what an address holds besides is left
 * alone.
 */
export class ListState<L extends ListDeclaration> {
  readonly #list: L;
  readonly #address = new ListAddress();
  #asked = $state.raw<Asked>({});

  constructor(list: L) {
    this.#list = list;
    this.#asked = known(list, this.#address.all);
  }

  get sought(): string {
    return this.#asked['q'] ?? '';
  }

  get sort(): string {
    return this.#asked['sort'] ?? this.#list.usualSort;
  }

  /** Whether it reaches over the whole branch. */
  get isBranch(): boolean {
    return this.#asked['within'] === 'branch';
  }

  /** The columns that were chosen; `undefined` where they are the usual ones. */
  get columns(): ColumnOf<L>[] | undefined {
    return this.#asked['columns']?.split(',');
  }

  /** The values that a column is narrowed to; none where it is not. */
  filter(name: FilterOf<L>): readonly string[] {
    return this.#asked[name]?.split(',') ?? [];
  }

  get isNarrowed(): boolean {
    return this.sought !== '' || filtersOf(this.#list).some((name) => this.filter(name).length > 0);
  }

  /** As a query has it. */
  get query(): Asked {
    return this.#asked;
  }

  /** What of a query the list knows. */
  known(query: Asked): Asked {
    return known(this.#list, query);
  }

  /** Something else is asked for; `undefined` takes a part away. */
  ask(change: Asked): void {
    const asked = known(this.#list, { ...this.#asked, ...change });
    const isUsual = asked['sort'] === this.#list.usualSort;
    this.#asked = { ...asked, ...(isUsual && { sort: undefined }) };
    this.#address.set(this.#asked);
  }

  /** A value of a column is chosen, or no longer. */
  toggle(name: FilterOf<L>, value: string): void {
    const values = this.filter(name);
    const next = values.includes(value)
      ? values.filter((each) => each !== value)
      : [...values, value];
    this.ask({ [name]: next.join(',') || undefined });
  }

  /** How many rows were read when one was here last. */
  get rows(): number {
    return this.#address.rows;
  }

  keepRows(rows: number): void {
    this.#address.keepRows(rows);
  }
}

/** What of an address the list knows, always in the same order. */
function known(list: ListDeclaration, { q, sort, within, columns, ...rest }: Asked): Asked {
  const chosen = columns?.split(',').filter((name) => columnsOf(list).includes(name)) ?? [];
  const filters = filtersOf(list).map((name: string) => {
    const filter = list.columns[name]?.filter;
    const values = rest[name]?.split(',').filter((value) => isValue(filter, value)) ?? [];
    return [name, values.join(',') || undefined] as const;
  });
  return {
    q: q?.trim(),
    sort: sortsOf(list).some((each) => each === sort) ? sort : undefined,
    within: within === 'branch' ? within : undefined,
    ...Object.fromEntries(filters),
    columns: chosen.join(',') || undefined,
  };
}

function isValue(filter: readonly string[] | 'code' | undefined, value: string): boolean {
  return filter === 'code' ? /^[A-Z]{2,3}$/.test(value) : (filter ?? []).includes(value);
}
