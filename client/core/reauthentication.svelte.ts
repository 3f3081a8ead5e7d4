import type { Api } from './api.ts';

/**
 * Some acts ask for a proof that it is still the same person. Whoever made the request needs not
 * know: the dialog comes up, and the request goes out once more when the proof was given.
 */
export class Reauthentication {
  #settle = $state.raw<(isProved: boolean) => void>();
  #asked: Promise<boolean> | undefined;

  constructor(api: Api) {
    api.onreauthenticate = () => this.#ask();
  }

  get isAsking(): boolean {
    return this.#settle !== undefined;
  }

  /** The person has shown who they are, or would rather not. */
  settle(isProved: boolean): void {
    this.#settle?.(isProved);
    this.#settle = undefined;
    this.#asked = undefined;
  }

  /** Several requests at once ask one time. */
  #ask(): Promise<boolean> {
    this.#asked ??= new Promise((resolve) => {
      this.#settle = resolve;
    });
    return this.#asked;
  }
}
