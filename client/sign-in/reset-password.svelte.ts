import { worded } from '../../shared/core/words/said.ts';
import type { PasswordResetView } from '../../shared/sign-in/contract.ts';
import { confirmPasswordReset, openPasswordReset } from '../../shared/sign-in/endpoints.ts';
import { whyNotPassword } from '../../shared/sign-in/password.ts';
import { type Api, ApiError } from '../core/api.ts';
import { Form } from '../core/form.svelte.ts';

/** Another password by a mailed link. The token stands behind the address's hash. */
export class ResetPassword {
  readonly form: Form<'password'>;
  readonly #api: Api;
  readonly #token: string;
  #view = $state.raw<PasswordResetView>();
  #state = $state<'asking' | 'open' | 'gone' | 'done' | 'unreachable'>('asking');

  constructor(api: Api, token: string) {
    this.#api = api;
    this.#token = token;
    this.form = new Form({
      initial: { password: '' },
      check: ({ password }) => {
        const weak = whyNotPassword(password, this.names, this.#view?.minPasswordLength);
        return weak === null ? {} : { password: worded(weak) };
      },
      send: (values) => this.#send(values),
    });
  }

  get state(): 'asking' | 'open' | 'gone' | 'done' | 'unreachable' {
    return this.#state;
  }

  get view(): PasswordResetView | undefined {
    return this.#view;
  }

  get names(): readonly string[] {
    return this.#view ? [this.#view.displayName, this.#view.email] : [];
  }

  async ask(): Promise<void> {
    try {
      const body = { token: this.#token };
      this.#view = (await this.#api.call(openPasswordReset, { body })).data;
      this.#state = 'open';
    } catch (error) {
      this.#state = isGone(error) ? 'gone' : 'unreachable';
    }
  }

  async #send({ password }: { password: string }): Promise<void> {
    try {
      const body = { token: this.#token, password };
      await this.#api.call(confirmPasswordReset, { body });
      this.#state = 'done';
    } catch (error) {
      if (isGone(error)) this.#state = 'gone';
      throw error;
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof ApiError && error.status === 410;
}
