import type { Provider } from '../../shared/federation/contract.ts';
import { deleteProvider, editProvider, startTest } from '../../shared/federation/endpoints.ts';
import type { Api } from '../core/api.ts';
import type { Live } from '../live/live.svelte.ts';

export type ProviderDeed = 'test' | 'edit' | 'switch' | 'delete';

/** What is done to providers, one thing at a time. */
export class ProviderDeeds {
  readonly #api: Api;
  readonly #live: Live;
  #busyWith = $state<string>();
  #failure = $state.raw<unknown>();

  constructor(api: Api, live: Live) {
    this.#api = api;
    this.#live = live;
  }

  get failure(): unknown {
    return this.#failure;
  }

  isBusy(deed: ProviderDeed, id: string): boolean {
    return this.#busyWith === `${deed} ${id}`;
  }

  /** Goes the real way in another tab. How it went stands with the provider, here and there. */
  test({ id }: Provider): Promise<boolean> {
    const tab = window.open('about:blank', '_blank'); // now, or the browser takes it for a pop-up
    return this.#do('test', id, async () => {
      try {
        const { data } = await this.#api.call(startTest, { id });
        if (tab) tab.location.href = data.url;
        else location.assign(data.url);
      } catch (error) {
        tab?.close();
        throw error;
      }
    });
  }

  switch({ id, enabled, version }: Provider): Promise<boolean> {
    return this.#do('switch', id, async () => {
      const body = { enabled: !enabled };
      const { data, seq } = await this.#api.call(editProvider, { id, body, version });
      this.#live.store.takeRecord('provider', data, seq);
    });
  }

  delete({ id }: Provider): Promise<boolean> {
    return this.#do('delete', id, () => this.#api.call(deleteProvider, { id }));
  }

  /** Whether it was done; `failure` says why not. */
  async #do(deed: ProviderDeed, id: string, run: () => Promise<unknown>): Promise<boolean> {
    this.#busyWith = `${deed} ${id}`;
    this.#failure = undefined;
    try {
      await run();
      return true;
    } catch (failure) {
      this.#failure = failure;
      return false;
    } finally {
      this.#busyWith = undefined;
    }
  }
}
