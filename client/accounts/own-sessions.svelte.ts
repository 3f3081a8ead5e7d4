import { SvelteSet } from 'svelte/reactivity';
import type { OwnSession } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import type { Api } from '../core/api.ts';

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

  async end(...sessions: readonly OwnSession[]): Promise<void> {
    this.#failure = undefined;
    for (const { id } of sessions) this.#ending.add(id);
    try {
      for (const { id } of sessions) await this.#api.delete(`/auth/sessions/${id}`);
    } catch (failure) {
      this.#failure = failure;
    }
    await this.load();
    this.#ending.clear();
  }
}
