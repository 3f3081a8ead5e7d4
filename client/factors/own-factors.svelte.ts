import type { OwnFactors } from '../../shared/factors/contract.ts';
import { findOwnFactors } from '../../shared/factors/endpoints.ts';
import type { Api } from '../core/api.ts';

/** One's own second factors, as last read. */
export class OwnFactorList {
  readonly #api: Api;
  #factors = $state.raw<OwnFactors>();
  #error = $state.raw<unknown>();

  constructor(api: Api) {
    this.#api = api;
  }

  get state(): 'loading' | 'ready' | 'error' {
    if (this.#factors) return 'ready';
    return this.#error === undefined ? 'loading' : 'error';
  }

  get error(): unknown {
    return this.#error;
  }

  get factors(): OwnFactors | undefined {
    return this.#factors;
  }

  async load(): Promise<void> {
    this.#error = undefined;
    try {
      this.#factors = (await this.#api.call(findOwnFactors)).data;
    } catch (error) {
      this.#error = error;
    }
  }
}
