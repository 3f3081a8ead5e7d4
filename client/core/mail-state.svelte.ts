import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { findMailState } from '../../shared/accounts/endpoints.ts';
import type { Api } from './api.ts';

/** Whether mails leave this installation. Asked once, when somebody first wants to know. */
export class MailState {
  readonly #api: Api;
  #isSetUp = $state<boolean>();
  #asked = false;
  readonly #watch = createSubscriber(() => {
    if (!this.#asked) void this.#ask();
  });

  constructor(api: Api) {
    this.#api = api;
  }

  /** Nobody gets mails; not before that is certain. */
  get isMissing(): boolean {
    this.#watch();
    return this.#isSetUp === false;
  }

  async #ask(): Promise<void> {
    this.#asked = true;
    try {
      this.#isSetUp = (await this.#api.call(findMailState)).data.isSetUp;
    } catch {
      this.#asked = false;
    }
  }
}

export const [getMailState, setMailState] = createContext<MailState>();
