interface Kept {
  rows?: number;
}

/**
 * The filters and the order of a list, in the address of its page: a link, a reload and Back bring
 * them back. The number of rows that were read stays with the entry of the history.
 */
export class ListAddress {
  readonly #pathname = location.pathname;

  get(name: string): string | undefined {
    return this.all[name];
  }

  get all(): Readonly<Record<string, string>> {
    return Object.fromEntries(new URLSearchParams(location.search));
  }

  /** An empty value takes its name out; the others stand in the order in which they are given. */
  set(values: Readonly<Record<string, string | undefined>>): void {
    if (location.pathname !== this.#pathname) return; // an answer that came after one has left
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) {
      query.delete(name);
      if (value) query.append(name, value);
    }
    const search = query.size > 0 ? `?${query.toString()}` : '';
    if (search === location.search) return;
    history.replaceState(history.state, '', location.pathname + search + location.hash);
  }

  /** How many rows were read when one was here last. */
  get rows(): number {
    return kept().rows ?? 0;
  }

  keepRows(rows: number): void {
    if (location.pathname !== this.#pathname || rows === kept().rows) return;
    history.replaceState({ ...kept(), rows }, '');
  }
}

function kept(): Kept {
  return (history.state ?? {}) as Kept;
}
