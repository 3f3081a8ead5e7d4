import { askPasskeyToSignIn, signInByPasskey } from '../../shared/factors/endpoints.ts';
import { signIn } from '../../shared/sign-in/endpoints.ts';
import type { NextStep } from '../../shared/core/next-step.ts';
import { Email } from '../../shared/core/email.ts';
import { type Api, ApiError } from '../core/api.ts';
import { toldBriefly } from '../core/refusals.ts';
import { Form } from '../core/form.svelte.ts';
import type { Session, SignedOutReason } from '../core/session.svelte.ts';
import { getPasskey } from './passkey-browser.ts';
import { Countdown } from './countdown.svelte.ts';
import { words } from './words.ts';

/** Whether an address names a reason to sign in again. */
export function isReason(text: string | undefined): text is SignedOutReason {
  return text !== undefined && Object.hasOwn(words.reasons, text);
}

/**
 * The form proves who somebody is by e-mail address and password. The address stays whatever
 * happens.
 */
export class SignIn {
  readonly form: Form<'email' | 'password'>;
  readonly #api: Api;
  readonly #session: Session;
  readonly #countdown = new Countdown();
  #next: NextStep = 'done';

  constructor(api: Api, session: Session) {
    this.#api = api;
    this.#session = session;
    this.form = new Form({
      initial: {
        email: session.accountId === undefined ? '' : (session.account.email ?? ''),
        password: '',
      },
      check: ({ email, password }) => ({
        ...(!Email.safeParse(email).success && {
          email: email.trim() === '' ? words.giveEmail : words.notEmail,
        }),
        ...(password === '' && { password: words.givePassword }),
      }),
      send: (values) => this.#send(values),
    });
  }

  /** What still stands between this sign-in and the product. */
  get next(): NextStep {
    return this.#next;
  }

  /** Why it cannot be tried now, because too many attempts failed before; counts down. */
  get waitReason(): string | undefined {
    const { seconds } = this.#countdown;
    return seconds > 0 ? words.tryAgainIn({ seconds }) : undefined;
  }

  /** The attempt was not even looked at; `waitReason` says until when. */
  isThrottled(failure: unknown): boolean {
    return failure instanceof ApiError && failure.retryAfter !== undefined;
  }

  /** What to tell of a failed attempt, beyond the usual: what happened, and what to do. */
  told(failure: unknown): { title: string; detail: string } | undefined {
    if (!(failure instanceof ApiError)) return undefined;
    if (failure.code === 'auth.failed') {
      return {
        title: words.wrongCredentials,
        detail: words.wrongCredentialsLead,
      };
    }
    if (failure.status === 403) {
      return {
        title: toldBriefly(failure),
        detail: words.shutOut,
      };
    }
    return undefined;
  }

  /** The form signs in by a passkey alone; which account it is of, the passkey says. */
  async byPasskey(): Promise<void> {
    const response = await getPasskey(this.#api.call(askPasskeyToSignIn));
    const { data } = await this.#api.call(signInByPasskey, { body: { response } });
    this.#next = data.next;
    await this.#session.begin();
  }

  async #send(body: Readonly<Record<'email' | 'password', string>>): Promise<void> {
    try {
      const { data } = await this.#api.call(signIn, { body });
      this.#next = data.next;
      await this.#session.begin();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'auth.failed') this.form.values.password = '';
      if (error instanceof ApiError && error.retryAfter !== undefined) {
        this.#countdown.start(error.retryAfter);
      }
      throw error;
    }
  }
}
