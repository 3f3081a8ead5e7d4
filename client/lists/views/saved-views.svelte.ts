import type { SavedView } from '../../../shared/views/contract.ts';
import { deleteView, editView, listViews, saveView } from '../../../shared/views/endpoints.ts';
import type { Api } from '../../core/api.ts';
import { newKey } from '../../core/new-key.ts';
import type { AskedList } from '../asked-list.ts';

type Asked = Readonly<Record<string, string | undefined>>;

/**
 * The saved views of a list. Applying one only sets the list's query in the address: it can then be
 * changed like any query, and the view shows that it differs.
 */
export class SavedViews {
  readonly #api: Api;
  readonly #list: AskedList;
  readonly #organisationId: string;
  readonly #name: string;
  #all = $state.raw<readonly SavedView[]>([]);
  #chosen = $state<string>();
  #lost = $state(false);

  constructor(api: Api, list: AskedList) {
    const [, organisationId = '', name = ''] = ADDRESS.exec(list.whole.path) ?? [];
    this.#api = api;
    this.#list = list;
    this.#organisationId = organisationId;
    this.#name = name;
  }

  get all(): readonly SavedView[] {
    return this.#all;
  }

  /** The view that was applied last, or the one that equals the present query. */
  readonly current = $derived.by(
    () =>
      this.#all.find(({ id }) => id === this.#chosen) ?? this.#all.find((view) => this.is(view)),
  );

  /** Whether the present query differs from the current view. */
  readonly isChanged = $derived.by(() => this.current !== undefined && !this.is(this.current));

  /** Whether a part of the applied view is no longer understood. */
  get hasLost(): boolean {
    return this.#lost;
  }

  /** Whether the present query equals the view's. */
  is({ query }: SavedView): boolean {
    return textOf(this.#list.known(query)) === textOf(this.#list.state.query);
  }

  /** The views are read; the first time, the default view is applied where the query is empty. */
  async read(isFirst = false): Promise<void> {
    const { data } = await this.#api.call(listViews, {
      id: this.#organisationId,
      query: { list: this.#name },
    });
    this.#all = data.items;
    const first = data.items.find(({ isDefault }) => isDefault);
    if (isFirst && first && textOf(this.#list.state.query) === '') this.apply(first);
  }

  apply(view: SavedView): void {
    const known = this.#list.known(view.query);
    const nothing = Object.keys(this.#list.state.query).map((name) => [name, undefined] as const);
    this.#chosen = view.id;
    this.#lost = textOf(known) !== textOf(view.query);
    this.#list.ask({ ...Object.fromEntries(nothing), ...known });
  }

  async save(name: string, isShared: boolean): Promise<void> {
    const { data } = await this.#api.call(saveView, {
      id: this.#organisationId,
      body: { list: this.#name, name, isShared, query: this.#asked },
      key: newKey(),
    });
    this.#chosen = data.id;
    await this.read();
  }

  async rename({ id, version }: SavedView, name: string): Promise<void> {
    await this.#api.call(editView, { id, version, body: { name } });
    await this.read();
  }

  /** The view is overwritten with the present query. */
  async replace({ id, version }: SavedView): Promise<void> {
    await this.#api.call(editView, { id, version, body: { query: this.#asked } });
    this.#lost = false;
    await this.read();
  }

  async beginWith({ id, version, isDefault }: SavedView): Promise<void> {
    await this.#api.call(editView, { id, version, body: { isDefault: !isDefault } });
    await this.read();
  }

  async delete({ id }: SavedView): Promise<void> {
    await this.#api.call(deleteView, { id });
    if (this.#chosen === id) this.#chosen = undefined;
    await this.read();
  }

  get #asked(): Record<string, string> {
    return Object.fromEntries(givenIn(this.#list.state.query));
  }
}

/** The address of a list: its organisation and its name. */
const ADDRESS = /\/organisations\/([^/]+)\/(.+)$/;

function givenIn(asked: Asked): [string, string][] {
  return Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
}

/** A query as text, whatever the order of its parts. */
function textOf(asked: Asked): string {
  return givenIn(asked)
    .map((entry) => entry.join('='))
    .sort()
    .join('&');
}
