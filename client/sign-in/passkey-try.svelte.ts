import { PasskeyDismissed } from './passkey-browser.ts';

/** A button that asks an authenticator: busy meanwhile, and what went wrong, if the person did not just close it. */
export class PasskeyTry {
  readonly #run: () => Promise<void>;
  #busy = $state(false);
  #failure = $state.raw<unknown>();

  constructor(run: () => Promise<void>) {
    this.#run = run;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get failure(): unknown {
    return this.#failure;
  }

  async start(): Promise<void> {
    this.#busy = true;
    this.#failure = undefined;
    try {
      await this.#run();
    } catch (failure) {
      if (!(failure instanceof PasskeyDismissed)) this.#failure = failure;
    } finally {
      this.#busy = false;
    }
  }
}
