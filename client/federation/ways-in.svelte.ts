import type { Departure, Providers } from '../../shared/federation/contract.ts';
import type { Api } from '../core/api.ts';

/** By which paths one can come in, as the settings allow: asked for once, when a page opens. */
export class WaysIn {
  readonly #api: Api;
  readonly #path: string;
  #ways = $state.raw<Providers>();

  /** Those of the whole platform, or of an invitation by its link. */
  constructor(api: Api, invitation?: string) {
    this.#api = api;
    this.#path =
      invitation === undefined
        ? '/auth/providers'
        : `/invitations/${encodeURIComponent(invitation)}/providers`;
  }

  get federated(): Providers['federated'] {
    return this.#ways?.federated ?? [];
  }

  /** Whether a password is of any use; taken as given until it is known. */
  get hasPassword(): boolean {
    return this.#ways?.password ?? true;
  }

  async ask(): Promise<void> {
    try {
      this.#ways = (await this.#api.get<Providers>(this.#path)).data;
    } catch {
      // Without an answer the password is offered alone; the page says itself that nobody answers.
    }
  }
}

/** Leaves this page for a provider, where the server says that it is. */
export async function departBy(api: Api, path: string, body: object = {}): Promise<void> {
  const { data } = await api.post<Departure>(path, body);
  location.assign(data.url);
}
