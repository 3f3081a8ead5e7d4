import { untrack } from 'svelte';
import type { MeantList } from '../../../shared/bulk/contract.ts';
import { type FilterOf, sortsOf } from '../../../shared/core/list.ts';
import type { Change } from '../../../shared/live/contract.ts';
import { exportChildrenCsv, listChildren } from '../../../shared/organisations/endpoints.ts';
import { organisationList } from '../../../shared/organisations/list.ts';
import type { ListedOrganisation } from '../../../shared/organisations/list-contract.ts';
import type { Api } from '../../core/api.ts';
import { endpointUrl, type QueryOf } from '../../core/endpoint-url.ts';
import { ListState } from '../../core/list-state.svelte.ts';
import type { Whereabouts } from '../../live/lists/here.svelte.ts';
import { LiveRows } from '../../live/lists/live-rows.svelte.ts';
import { PagedList } from '../../live/lists/paged-list.svelte.ts';
import type { Column } from '../../ui/table.ts';
import { type CustomerColumn, customerColumns, usualColumns } from './customer-columns.ts';

export type CustomerFilter = FilterOf<typeof organisationList>;

type Query = QueryOf<typeof listChildren>;

interface Surroundings extends Whereabouts {
  api: Api;
}

/** What moves a row in the list, out of it or into it, besides coming and going. */
const moving = ['parentId', 'displayName', 'status', 'managementMode'];
const structural = new Set(['create', 'delete', 'enter', 'leave']);

/**
 * The customers of an organisation, of it alone or of its branch: the server sorts, narrows and
 * counts them, each row is the live record with what the list brought along.
 */
export class CustomerList {
  readonly state = new ListState(organisationList);
  readonly #around: Surroundings;
  readonly #rows: LiveRows<ListedOrganisation>;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#rows = new LiveRows({
      ...around,
      read: () => this.#records,
      concerns: ({ resource, id }, known) =>
        resource === 'organisation' && known.some((record) => record.id === id) ? id : undefined,
      removes: ({ op }) => op === 'delete' || op === 'leave',
    });
  }

  readonly #isBranch = $derived.by(() => this.state.isBranch);

  /** A list of the branch follows the branch, so another one begins where the reach changes. */
  readonly pages = $derived.by(() => {
    const isBranch = this.#isBranch;
    const { api, live, organisationId } = this.#around;
    return new PagedList<ListedOrganisation, Query>(live, {
      read: (query) =>
        api.call(listChildren, {
          id: organisationId,
          query: { ...query, ...(query.cursor === undefined && { count: 'true' }) },
        }),
      query: untrack(() => this.#query),
      atFirst: untrack(() => this.state.rows),
      asked: {
        scope: isBranch ? 'subtree' : 'children',
        organisationId,
        topics: ['directory', 'billing'],
      },
      concerns: (change) => this.#concerns(change),
      take: (records, seq) => {
        live.store.takeSnapshot({ resource: 'organisation', records, seq });
      },
    });
  });

  readonly rows = $derived.by(() => this.#rows.all);

  readonly columns = $derived.by<Column[]>(() => {
    const shown = this.shownColumns;
    return this.allColumns.filter(({ key }) => shown.includes(key as CustomerColumn));
  });

  get allColumns(): Column[] {
    const sorts: readonly string[] = sortsOf(organisationList);
    return customerColumns((name) => sorts.includes(name));
  }

  get shownColumns(): readonly CustomerColumn[] {
    return this.state.columns ?? usualColumns(this.state.isBranch);
  }

  /** Asks for another choice or order; what is shown stays until it is there. */
  ask(change: Readonly<Record<string, string | undefined>>): void {
    const wasBranch = this.state.isBranch;
    this.state.ask(change);
    if (this.state.isBranch === wasBranch) this.pages.ask(this.#query);
  }

  toggle(name: CustomerFilter, value: string): void {
    this.state.toggle(name, value);
    this.pages.ask(this.#query);
  }

  /** The countries and currencies of what is shown, to narrow it by. */
  codes(name: 'country' | 'currency'): string[] {
    const found = this.pages.items.flatMap(({ billing }) => billing?.[name] ?? []);
    const all = [...found, ...this.state.filter(name)].sort();
    return all.filter((code, index) => all.indexOf(code) === index);
  }

  /** All that fits, whether it is shown or not. */
  get whole(): MeantList {
    const { path } = listChildren;
    return {
      path: `/api${path.replace(':id', this.#around.organisationId)}`,
      query: Object.fromEntries(
        Object.entries(this.state.query).filter(
          (asked): asked is [string, string] => asked[1] !== undefined,
        ),
      ),
    };
  }

  /** Where exactly what is shown can be had as a file. */
  get exportUrl(): string {
    const query = this.#query as QueryOf<typeof exportChildrenCsv>;
    return endpointUrl(exportChildrenCsv, { id: this.#around.organisationId, query });
  }

  get #query(): Query {
    return { ...this.state.query, columns: this.shownColumns.join(',') };
  }

  get #records(): ListedOrganisation[] {
    const { live, organisationId } = this.#around;
    return this.pages.items.flatMap((item) => {
      const record = live.store.get('organisation', item.id);
      const isHere = this.state.isBranch
        ? record?.path.some(({ id }) => id === organisationId)
        : record?.parentId === organisationId;
      return record && isHere ? [{ ...record, billing: item.billing }] : [];
    });
  }

  #concerns({ op, resource, path, fields }: Change): boolean {
    const isMoved = 'parentId' in fields;
    const isHere = path.includes(this.#around.organisationId) || op === 'leave' || isMoved;
    if (!isHere) return false;
    if (resource === 'billing') return true;
    if (resource !== 'organisation') return false;
    const isSortedByTime = this.state.sort.endsWith('updatedAt');
    return structural.has(op) || isSortedByTime || moving.some((field) => field in fields);
  }
}
