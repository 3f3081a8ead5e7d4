import type { OwnIdentity } from '../../shared/federation/contract.ts';
import { listOwnIdentities, removeOwnIdentity } from '../../shared/federation/endpoints.ts';
import type { Api } from '../core/api.ts';

/** The sign-ins at providers that open one's own account, as last read. */
export class OwnIdentities {
  readonly #api: Api;
  #items = $state.raw<readonly OwnIdentity[]>();
  #error = $state.raw<unknown>();
  #failure = $state.raw<unknown>();
  #removing = $state<string>();

  constructor(api: Api) {
    this.#api = api;
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#items) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get error(): unknown {
    return this.#error;
  }

  /** Why the last one could not be disconnected. */
  get failure(): unknown {
    return this.#failure;
  }

  get items(): readonly OwnIdentity[] {
    return this.#items ?? [];
  }

  isRemoving(id: string): boolean {
    return this.#removing === id;
  }

  async load(): Promise<void> {
    this.#error = undefined;
    try {
      this.#items = (await this.#api.call(listOwnIdentities)).data.items;
    } catch (error) {
      this.#error = error;
    }
  }

  async remove(id: string): Promise<void> {
    this.#removing = id;
    this.#failure = undefined;
    try {
      await this.#api.call(removeOwnIdentity, { id });
    } catch (failure) {
      this.#failure = failure;
    }
    await this.load();
    this.#removing = undefined;
  }
}
