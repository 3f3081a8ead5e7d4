import { worded } from '../../../shared/core/words/said.ts';
import { SetUp as Contract } from '../../../shared/accounts/contract.ts';
import { findSetUp, setUp } from '../../../shared/accounts/endpoints.ts';
import { minPasswordLength, whyNotPassword } from '../../../shared/sign-in/password.ts';
import { type Api, ApiError } from '../../core/api.ts';
import { fieldErrors, Form } from '../../core/form.svelte.ts';
import type { Session } from '../../core/session.svelte.ts';
import { words } from './words.ts';

/**
 * The first thing that happens to a platform, and it happens once: whoever holds the link from
 * the server's output becomes its first administrator.
 */
export class SetUp {
  readonly form: Form<'token' | 'displayName' | 'email' | 'password'>;
  /** Whether administrators are asked for a second factor from the start. */
  asksMfa = $state(false);
  readonly #api: Api;
  readonly #session: Session;
  readonly #linkToken: string;
  #state = $state<'asking' | 'needed' | 'done' | 'unreachable'>('asking');

  constructor(api: Api, session: Session, token: string) {
    this.#api = api;
    this.#session = session;
    this.#linkToken = token;
    this.form = new Form({
      initial: { token, displayName: '', email: '', password: '' },
      check: (values) => {
        const { displayName, email, password, token: given } = values;
        const weak = whyNotPassword(
          password,
          [displayName, email],
          minPasswordLength(this.asksMfa),
        );
        return {
          ...fieldErrors(Contract, values),
          ...(email.trim() === '' && { email: words.yourEmailMissing }),
          ...(given === '' && { token: words.setUpTokenMissing }),
          ...(weak !== null && { password: worded(weak) }),
        };
      },
      send: (values) => this.#send({ ...values, mfa: this.asksMfa ? 'administrators' : 'nobody' }),
    });
  }

  get state(): 'asking' | 'needed' | 'done' | 'unreachable' {
    return this.#state;
  }

  /** The link did not bring a token, or not the right one: it can be typed. */
  get asksToken(): boolean {
    return this.#linkToken === '' || this.#isTokenWrong;
  }

  get tokenError(): string | undefined {
    return this.#isTokenWrong ? words.setUpTokenWrong : this.form.error('token');
  }

  async ask(): Promise<void> {
    try {
      const { data } = await this.#api.call(findSetUp);
      this.#state = data.needed ? 'needed' : 'done';
    } catch {
      this.#state = 'unreachable';
    }
  }

  get #isTokenWrong(): boolean {
    const { failure } = this.form;
    return failure instanceof ApiError && failure.code === 'setup.token';
  }

  async #send(body: Contract): Promise<void> {
    try {
      await this.#api.call(setUp, { body });
      await this.#session.begin();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'setup.done') this.#state = 'done';
      throw error;
    }
  }
}
