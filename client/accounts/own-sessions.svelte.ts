import { SvelteSet } from 'svelte/reactivity';
import type { OwnSession } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Api } from '../core/api.ts';

const LOOK_EVERY = 10_000;

/** Where the person is signed in. Ending one signs that browser out at once. */
export class OwnSessions {
  readonly #api: Api;
  #items = $state.raw<readonly OwnSession[]>();
  #error = $state.raw<unknown>();
  #failure = $state.raw<unknown>();
  readonly #ending = new SvelteSet<string>();

  constructor(api: Api) {
    this.#api = api;
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#items) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  /**
   * Keeps the list current while somebody looks at it: sessions are nobody's records, so no live
   * connection tells of them. Returns how to stop.
   */
  watch(): () => void {
    const look = () => {
      if (document.visibilityState === 'visible') void this.load();
    };
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** Why they could not be read. */
  get error(): unknown {
    return this.#error;
  }

  /** Why one could not be ended. */
  get failure(): unknown {
    return this.#failure;
  }

  /** The one in use first, then the latest used. */
  get items(): readonly OwnSession[] {
    return (this.#items ?? []).toSorted(
      (one, other) => Number(other.current) - Number(one.current),
    );
  }

  get others(): readonly OwnSession[] {
    return this.items.filter(({ current }) => !current);
  }

  isEnding(id: string): boolean {
    return this.#ending.has(id);
  }

  async load(): Promise<void> {
    this.#error = undefined;
    try {
      const { data } = await this.#api.get<Page<OwnSession>>('/auth/sessions');
      this.#items = data.items;
    } catch (error) {
      this.#error = error;
    }
  }

  end({ id }: OwnSession): Promise<void> {
    return this.#end([id], `/auth/sessions/${id}`);
  }

  /** Ends all but the one in use. */
  endOthers(): Promise<void> {
    return this.#end(
      this.others.map(({ id }) => id),
      '/auth/sessions',
    );
  }

  async #end(ids: readonly string[], path: string): Promise<void> {
    this.#failure = undefined;
    for (const id of ids) this.#ending.add(id);
    try {
      await this.#api.delete(path);
    } catch (failure) {
      this.#failure = failure;
    }
    await this.load();
    this.#ending.clear();
  }
}
