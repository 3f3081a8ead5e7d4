/* eslint-disable svelte/prefer-svelte-reactivity -- names are looked up, not watched */
import { createSubscriber, SvelteSet } from 'svelte/reactivity';
import type { Change } from '../../../shared/live/contract.ts';
import type { Meant } from '../bulk/bulk-request.ts';
import type { AnyList } from '../declared-list.svelte.ts';

/**
 * The selected rows of a list, kept over searching, sorting and paging; or all rows that match,
 * also those not shown. A row that others remove leaves the selection, with a message.
 */
export class ListSelection {
  readonly ids: SvelteSet<string>;
  readonly #list: AnyList;
  /** The field that names the organisation whose list a record is in. */
  readonly #placedBy: string;
  readonly #names = new Map<string, string>();
  #lost = $state.raw<{ name: string; who: string }>();
  /** The query and totals when all matching rows were selected: another query is another list. */
  #whole = $state.raw<{ asked: string; shown: number; total: number }>();
  readonly #watch = createSubscriber(() =>
    this.#list.around.live.onChanges((changes) => {
      for (const change of changes) this.#note(change);
    }),
  );

  constructor(list: AnyList, ids = new SvelteSet<string>()) {
    this.ids = ids;
    this.#list = list;
    this.#placedBy = list.resource === 'organisation' ? 'parentId' : 'organisationId';
  }

  get isWhole(): boolean {
    const whole = this.#whole;
    return whole?.asked === this.#asked && whole.shown === this.ids.size;
  }

  get count(): number {
    this.#watch();
    return this.isWhole ? (this.#whole?.total ?? 0) : this.ids.size;
  }

  /** The row that others removed from the selection last, and who. */
  get lost(): { name: string; who: string } | undefined {
    return this.#lost;
  }

  get meant(): Meant {
    return this.isWhole ? { list: this.#list.whole } : { ids: [...this.ids] };
  }

  /** The number of matching rows, where all rows shown are selected and there are more. */
  get more(): number | undefined {
    const { pages, rows } = this.#list;
    const isAll = rows.length > 0 && rows.every(({ id }) => this.ids.has(id));
    const { total = 0, isCapped = true } = pages.count ?? {};
    return isAll && !this.isWhole && !isCapped && total > this.ids.size ? total : undefined;
  }

  chooseWhole(): void {
    const total = this.more;
    if (total === undefined) return;
    this.clear();
    for (const { id } of this.#list.rows) this.ids.add(id);
    this.#whole = { asked: this.#asked, shown: this.ids.size, total };
  }

  clear(): void {
    this.ids.clear();
    this.#whole = undefined;
    this.#lost = undefined;
  }

  /** The names of the shown rows are remembered, for the message when a selected row goes. */
  show(): void {
    for (const { id, record } of this.#list.rows) this.#names.set(id, record.displayName);
  }

  get #asked(): string {
    return JSON.stringify(this.#list.whole);
  }

  #note({ op, resource, id, path, fields, actor }: Change): void {
    if (resource !== this.#list.resource || !this.ids.has(id)) return;
    const { organisationId, session } = this.#list.around;
    const isAway = op === 'delete' || op === 'leave' || !path.includes(organisationId);
    const isPlaced = this.#placedBy in fields && !this.#list.state.isBranch;
    const isGone = isAway || (isPlaced && fields[this.#placedBy] !== organisationId);
    if (!isGone) return;
    this.ids.delete(id);
    if (actor.id === session.accountId) return;
    this.#lost = { name: this.#names.get(id) ?? '', who: actor.displayName };
  }
}
