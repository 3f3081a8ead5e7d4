import { untrack } from 'svelte';
import type { MeantList } from '../../shared/bulk/contract.ts';
import {
  type ColumnOf,
  columnsOf,
  type FileFormat,
  type ListDeclaration,
  sortsOf,
} from '../../shared/core/list.ts';
import type { Count, Page } from '../../shared/core/paging.ts';
import type { Change } from '../../shared/live/contract.ts';
import type { Answer } from '../core/api.ts';
import { ListState } from '../core/list-state.svelte.ts';
import type { Column } from '../ui/table.ts';
import type { LiveRecords, Resource } from '../live/records.ts';
import type { Asked } from '../live/subscription.ts';
import type { Whereabouts } from './here.svelte.ts';
import { LiveRows } from './live-rows.svelte.ts';
import { PagedList } from './paged-list.svelte.ts';

export type ListQuery = Readonly<Record<string, string | undefined>>;
type PageQuery = Readonly<Record<string, string | number | undefined>>;

/** How a column is drawn, besides its name and whether it sorts. */
export type Layout = Omit<Column, 'key' | 'label' | 'sortable'>;

/** The definition of a list by its feature: the source, display and updates of its rows. */
export interface ListSource<L extends ListDeclaration, R extends Resource, T> {
  declaration: L;
  resource: R;
  /** The path below `/api`, with `:id` for the list's organisation. */
  path: string;
  read: (query: PageQuery) => Promise<Answer<Page<T>>>;
  exportUrls: Record<FileFormat, (query: ListQuery) => string>;
  layouts: Record<ColumnOf<L>, Layout>;
  /** What the columns are called, in the person's language. */
  labels: () => Record<ColumnOf<L>, string>;
  /** The columns that are shown where none were chosen. */
  usualColumns: (isBranch: boolean) => ColumnOf<L>[];
  follow: (isBranch: boolean) => Pick<Asked, 'scope' | 'topics'>;
  /** A live record joined with its list item; `undefined` where the record left the list. */
  join: (item: T, record: LiveRecords[R] | undefined, isBranch: boolean) => T | undefined;
  /** Whether a change may affect which rows there are, their list-only fields, or their order. */
  concerns: (change: Change, state: ListState<L>) => boolean;
  /** The row affected by a change of another record, if any. */
  rowOf?: (change: Change, known: readonly T[]) => string | undefined;
}

/**
 * A list declared for both server and client, of an organisation or its whole branch. The server
 * sorts, filters and counts; the address holds the query; each row is the live record joined with
 * what only the list brings.
 */
export class DeclaredList<
  L extends ListDeclaration,
  R extends Resource,
  T extends LiveRecords[R] & { id: string },
> {
  readonly around: Whereabouts;
  readonly state: ListState<L>;
  readonly #source: ListSource<L, R, T>;
  readonly #rows: LiveRows<T>;

  constructor(around: Whereabouts, source: ListSource<L, R, T>) {
    this.around = around;
    this.#source = source;
    this.state = new ListState(source.declaration);
    this.#rows = new LiveRows<T>({
      ...around,
      read: () => this.#records,
      concerns: (change, known) => {
        const { resource, id } = change;
        if (resource !== source.resource) return source.rowOf?.(change, known);
        return known.some((record) => record.id === id) ? id : undefined;
      },
      removes: ({ resource, op }) =>
        resource === source.resource && (op === 'delete' || op === 'leave'),
    });
  }

  readonly #isBranch = $derived.by(() => this.state.isBranch);

  /** A change of reach creates another paged list, since a branch is followed as a whole. */
  readonly pages = $derived.by(() => {
    const { live, organisationId } = this.around;
    const { read, resource, follow, concerns } = this.#source;
    return new PagedList<T, ListQuery>(live, {
      read: (query) => read({ ...query, ...(query.cursor === undefined && { count: 'true' }) }),
      query: untrack(() => this.#query),
      atFirst: untrack(() => this.state.rows),
      asked: { ...follow(this.#isBranch), organisationId },
      concerns: (change) => concerns(change, this.state),
      take: (records, seq) => {
        live.store.takeSnapshot({ resource, records, seq });
      },
    });
  });

  readonly rows = $derived.by(() => this.#rows.all);

  readonly columns = $derived.by<Column[]>(() => {
    const shown: readonly string[] = this.shownColumns;
    return this.allColumns.filter(({ key }) => shown.includes(key));
  });

  get resource(): R {
    return this.#source.resource;
  }

  /** All columns, laid out and named in the person's language. */
  get allColumns(): Column[] {
    const { declaration, layouts, labels } = this.#source;
    const sorts: readonly string[] = sortsOf(declaration);
    return columnsOf(declaration).map((key) => ({
      key,
      label: labels()[key],
      sortable: sorts.includes(key),
      ...layouts[key],
    }));
  }

  get shownColumns(): readonly ColumnOf<L>[] {
    return this.state.columns ?? this.#source.usualColumns(this.state.isBranch);
  }

  /** The part of a query that the list understands. */
  known(query: ListQuery): ListQuery {
    return this.state.known(query);
  }

  /** The list is filtered or sorted differently; the old rows stay until the new ones are in. */
  ask(change: ListQuery): void {
    const wasBranch = this.state.isBranch;
    this.state.ask(change);
    if (this.state.isBranch === wasBranch) this.pages.ask(this.#query);
  }

  /** All rows that match the query, shown or not. */
  get whole(): MeantList {
    return {
      path: `/api${this.#source.path.replace(':id', this.around.organisationId)}`,
      query: Object.fromEntries(
        Object.entries(this.state.query).filter(
          (asked): asked is [string, string] => asked[1] !== undefined,
        ),
      ),
    };
  }

  /** The address of an export of exactly what is shown. */
  exportUrl(format: FileFormat): string {
    return this.#source.exportUrls[format](this.#query);
  }

  get #query(): ListQuery {
    return { ...this.state.query, columns: this.shownColumns.join(',') };
  }

  get #records(): T[] {
    const { live } = this.around;
    const { resource, join } = this.#source;
    return this.pages.items.flatMap(
      (item) => join(item, live.store.get(resource, item.id), this.state.isBranch) ?? [],
    );
  }
}

/** A list, of whatever rows, as its selection uses it. */
export interface AnyList {
  readonly around: Whereabouts;
  readonly resource: string;
  readonly rows: readonly { id: string; record: { displayName: string } }[];
  readonly whole: MeantList;
  readonly pages: { readonly count: Count | undefined };
  readonly state: { readonly isBranch: boolean };
}
