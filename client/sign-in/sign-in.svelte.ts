import { askPasskeyToSignIn, signInByPasskey } from '../../shared/factors/endpoints.ts';
import { signIn } from '../../shared/sign-in/endpoints.ts';
import type { NextStep } from '../../shared/sign-in/next-step.ts';
import { Email } from '../../shared/core/email.ts';
import { type Api, ApiError } from '../core/api.ts';
import { Form } from '../core/form.svelte.ts';
import { formatCount } from '../core/format.ts';
import type { Session, SignedOutReason } from '../core/session.svelte.ts';
import { getPasskey } from './passkey-browser.ts';
import { Countdown } from './countdown.svelte.ts';

/** Why somebody is asked to sign in, in a sentence each. */
export const reasons: Record<SignedOutReason, string> = {
  'signed-out': 'You are signed out.',
  expired: 'Your session has ended. Sign in to go on where you were.',
  disabled: 'You were signed out: your account is disabled, or your organisation is suspended.',
};

/** Proves who somebody is by e-mail address and password. The address stays whatever happens. */
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
          email:
            email.trim() === '' ? 'Give your e-mail address.' : 'This is not an e-mail address.',
        }),
        ...(password === '' && { password: 'Give your password.' }),
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
    return seconds > 0 ? `You can try again in ${formatCount(seconds, 'second')}.` : undefined;
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
        title: 'The e-mail address or the password is not right',
        detail:
          'Check both; capital letters count. If you forgot it, choose another one by a link below.',
      };
    }
    if (failure.status === 403) {
      return {
        title: failure.problem.detail,
        detail: 'Your password is right. An administrator above you can let you in again.',
      };
    }
    return undefined;
  }

  /** Signs in by a passkey alone; which account it is of, the passkey says. */
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
