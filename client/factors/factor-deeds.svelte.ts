import {
  removePasskey,
  removeTotp,
  renamePasskey,
  renewRecoveryCodes,
} from '../../shared/factors/endpoints.ts';
import type { Api } from '../core/api.ts';
import type { OwnFactorList } from './own-factors.svelte.ts';

/** What is done to one's own second factors, one thing at a time. */
export class FactorDeeds {
  readonly #api: Api;
  readonly #list: OwnFactorList;
  #busyWith = $state<string>();
  #failure = $state.raw<unknown>();
  #codes = $state.raw<readonly string[]>();

  constructor(api: Api, list: OwnFactorList) {
    this.#api = api;
    this.#list = list;
  }

  /** The new recovery codes, to be shown this once. */
  get codes(): readonly string[] | undefined {
    return this.#codes;
  }

  get failure(): unknown {
    return this.#failure;
  }

  isBusy(what: string): boolean {
    return this.#busyWith === what;
  }

  remove(kind: 'totp' | 'passkeys', id: string): Promise<void> {
    const removing = kind === 'totp' ? removeTotp : removePasskey;
    return this.#do(id, () => this.#api.call(removing, { id }));
  }

  rename(id: string, name: string): Promise<void> {
    return this.#do(id, () => this.#api.call(renamePasskey, { id, body: { name } }));
  }

  renewCodes(): Promise<void> {
    return this.#do('codes', async () => {
      const { data } = await this.#api.call(renewRecoveryCodes);
      this.#codes = data.recoveryCodes;
    });
  }

  forgetCodes(): void {
    this.#codes = undefined;
  }

  async #do(what: string, deed: () => Promise<unknown>): Promise<void> {
    this.#busyWith = what;
    this.#failure = undefined;
    try {
      await deed();
    } catch (failure) {
      this.#failure = failure;
    }
    await this.#list.load();
    this.#busyWith = undefined;
  }
}
