import { SvelteSet } from 'svelte/reactivity';
import type { OwnSession } from '../../shared/sign-in/contract.ts';
import {
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
} from '../../shared/sign-in/endpoints.ts';
import type { Api } from '../core/api.ts';
import type { Live } from '../live/live.svelte.ts';

/** Where the person is signed in. Ending one signs that browser out at once. */
export class OwnSessions {
  readonly #api: Api;
  readonly #live: Live;
  #items = $state.raw<readonly OwnSession[]>();
  #error = $state.raw<unknown>();
  #failure = $state.raw<unknown>();
  readonly #ending = new SvelteSet<string>();

  constructor(api: Api, live: Live) {
    this.#api = api;
    this.#live = live;
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#items) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  /**
   * The list is kept current while somebody looks at it: the server says when there is
   * another one. When a session was last used it tells nobody, and asking for that time and again
   * would count as use of this one; so that is as it was when the page was last turned to. Returns
   * how to stop.
   */
  watch(): () => void {
    const read = () => void this.load();
    const look = () => {
      if (document.visibilityState === 'visible') read();
    };
    document.addEventListener('visibilitychange', look);
    const ends = [this.#live.connection.onSessions(read), this.#live.onConnected(read)];
    return () => {
      document.removeEventListener('visibilitychange', look);
      for (const end of ends) end();
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
      const { data } = await this.#api.call(listOwnSessions);
      this.#items = data.items;
    } catch (error) {
      this.#error = error;
    }
  }

  end({ id }: OwnSession): Promise<void> {
    return this.#end([id], () => this.#api.call(endOwnSession, { id }));
  }

  /** The person ends all sessions but the one in use. */
  endOthers(): Promise<void> {
    return this.#end(
      this.others.map(({ id }) => id),
      () => this.#api.call(endOtherSessions),
    );
  }

  async #end(ids: readonly string[], end: () => Promise<unknown>): Promise<void> {
    this.#failure = undefined;
    for (const id of ids) this.#ending.add(id);
    try {
      await end();
    } catch (failure) {
      this.#failure = failure;
    }
    await this.load();
    this.#ending.clear();
  }
}
