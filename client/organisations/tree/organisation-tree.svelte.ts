/* eslint-disable svelte/prefer-svelte-reactivity -- sets made anew by what is derived */
import { isInScope } from '../../../shared/access/decide.ts';
import { listOrganisations } from '../../../shared/organisations/endpoints.ts';
import type { Api } from '../../core/api.ts';
import { Persisted } from '../../core/persisted.svelte.ts';
import { Search } from '../../core/search.svelte.ts';
import type { Session } from '../../core/session.svelte.ts';
import type { Live } from '../../live/live.svelte.ts';
import type { Query } from '../../live/query.svelte.ts';

/** One line of the tree as it stands open now. */
export interface TreeRow {
  id: string;
  depth: number;
  isOpen: boolean;
  /** Its place among its siblings, from 1, and how many they are; for screen readers. */
  position: number;
  siblings: number;
  /** What stands below it is being read. */
  isLoading: boolean;
  /** It stands for organisations that could not be read, and tries again when it is gone to. */
  retry?: () => void;
}

const TYPING_PAUSE = 150;
const FOUND = 50;

/**
 * The organisations that one's roles reach, a level at a time: what is open is followed, so that
 * what others create, move and rename shows here at once. Which nodes are open is remembered.
 */
export class OrganisationTree {
  readonly #live: Live;
  readonly #session: Session;
  readonly #open: Persisted<readonly string[]>;
  #wanted = $state('');
  readonly #search: Search<string>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Api, live: Live, session: Session) {
    this.#live = live;
    this.#session = session;
    this.#search = new Search(async (q) => {
      const query = { q, limit: FOUND };
      const { data, seq = 0 } = await api.call(listOrganisations, { query });
      live.store.takeSnapshot({ resource: 'organisation', records: data.items, seq });
      return data.items.map(({ id }) => id);
    });
    this.#open = new Persisted<readonly string[]>(
      `tree-open:${session.accountId ?? ''}`,
      this.roots,
      Array.isArray,
    );
  }

  readonly #openSet = $derived.by(() => new Set(this.#open.current));

  /** Where one's grants begin: those that lie below another of them are reached through it. */
  get roots(): readonly string[] {
    const { grants, access } = this.#session;
    const ids = [...new Set(grants.map(({ organisation }) => organisation.id))];
    return ids.filter((id) => {
      const chain = Object.values(access.chains).find((links) => links.at(-1)?.id === id) ?? [];
      const above = chain.slice(0, -1);
      const actor = { accountId: '', grants: grantsAsHeld(grants) };
      return above.length === 0 || !isInScope(actor, above);
    });
  }

  /** Every line that is to be drawn, from the top. */
  readonly rows = $derived.by(() => {
    const rows: TreeRow[] = [];
    for (const id of this.roots) {
      const root = this.#live.record('organisation', id);
      if (root.state === 'error') rows.push(unread(id, root, 0));
    }
    const roots = this.roots.filter(
      (id) => !['gone', 'error'].includes(this.#live.record('organisation', id).state),
    );
    this.#add(rows, roots, 0);
    return rows;
  });

  /** What the filter found, best first; `undefined` while nothing is sought. */
  get found(): readonly string[] | undefined {
    if (this.#wanted === '' || this.#search.answered === undefined) return undefined;
    return this.#search.items;
  }

  /** What Enter goes to: nothing that an earlier text has found. */
  get best(): string | undefined {
    const isAnswered = this.#search.answered === this.#wanted.trim();
    return isAnswered ? this.found?.[0] : undefined;
  }

  /** Whether the search itself failed, so that nobody can say what it would have found. */
  get hasSearchFailed(): boolean {
    return this.#search.hasFailed;
  }

  searchAgain(): void {
    this.#seek(this.#wanted.trim());
  }

  get filter(): string {
    return this.#wanted;
  }

  set filter(text: string) {
    this.#wanted = text;
    clearTimeout(this.#timer);
    if (text.trim() === '') this.#search.clear();
    else this.#timer = setTimeout(() => this.#seek(text.trim()), TYPING_PAUSE);
  }

  isOpen(id: string): boolean {
    return this.#openSet.has(id);
  }

  toggle(id: string): void {
    if (this.isOpen(id)) this.close(id);
    else this.open(id);
  }

  open(...ids: readonly string[]): void {
    const closed = ids.filter((id) => !this.isOpen(id));
    if (closed.length > 0) this.#open.current = [...this.#open.current, ...closed];
  }

  close(id: string): void {
    this.#open.current = this.#open.current.filter((open) => open !== id);
  }

  /** The tree opens the way down to an organisation, so that it stands in sight. */
  reveal(id: string): void {
    this.open(
      ...this.#live.store
        .path(id)
        .slice(0, -1)
        .map((link) => link.id),
    );
  }

  #add(rows: TreeRow[], ids: readonly string[], depth: number): void {
    ids.forEach((id, index) => {
      const isOpen = this.#openSet.has(id);
      const children = isOpen ? this.#live.children(id) : undefined;
      const below = children?.data;
      rows.push({
        id,
        depth,
        isOpen,
        position: index + 1,
        siblings: ids.length,
        isLoading: children?.state === 'loading',
      });
      if (children?.state === 'error') rows.push(unread(id, children, depth + 1));
      if (below) this.#add(rows, below, depth + 1);
    });
  }

  #seek(text: string): void {
    void this.#search.seek(text).catch(() => undefined);
  }
}

/** The line in place of a level that could not be read. */
function unread(parentId: string, level: Query<unknown>, depth: number): TreeRow {
  return {
    id: `${parentId}/unread`,
    depth,
    isOpen: false,
    position: 1,
    siblings: 1,
    isLoading: false,
    retry: () => {
      level.retry();
    },
  };
}

function grantsAsHeld(grants: Session['grants']) {
  return grants.map(({ role, organisation }) => ({ role, organisationId: organisation.id }));
}
