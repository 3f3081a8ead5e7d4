import type { Departure, Providers } from '../../shared/federation/contract.ts';
import { listInvitedWays, listWaysIn } from '../../shared/federation/endpoints.ts';
import type { Answer, Api } from '../core/api.ts';

/** By which paths one can come in, as the settings allow: asked for once, when a page opens. */
export class WaysIn {
  readonly #api: Api;
  readonly #invitation: string | undefined;
  #ways = $state.raw<Providers>();

  /** Those of the whole platform, or of an invitation by its link. */
  constructor(api: Api, invitation?: string) {
    this.#api = api;
    this.#invitation = invitation;
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
      this.#ways = (await this.#read()).data;
    } catch {
      // Without an answer the password is offered alone; the page says itself that nobody answers.
    }
  }

  #read(): Promise<Answer<Providers>> {
    const token = this.#invitation;
    return token === undefined
      ? this.#api.call(listWaysIn)
      : this.#api.call(listInvitedWays, { token });
  }
}

/** The browser leaves this page for a provider, where the server says that it is. */
export async function departBy(answer: Promise<Answer<Departure>>): Promise<void> {
  const { data } = await answer;
  location.assign(data.url);
}
