import { worded } from '../../shared/core/words/said.ts';
import { changePassword } from '../../shared/sign-in/endpoints.ts';
import { whyNotPassword } from '../../shared/sign-in/password.ts';
import type { Api } from '../core/api.ts';
import { Form } from '../core/form.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { replaceSession } from './replace-session.ts';
import { words } from './words.ts';

/**
 * Another password for oneself. The server ends every session and begins this one anew, so the
 * line has to be taken up with the new one before the end of the old one is taken for a sign-out.
 */
export class ChangePassword {
  readonly form: Form<'current' | 'next'>;
  readonly #session: Session;

  constructor(api: Api, live: Live, session: Session) {
    this.#session = session;
    this.form = new Form({
      initial: { current: '', next: '' },
      check: (values) => {
        const weak = whyNotPassword(values.next, this.names, session.minPasswordLength);
        return {
          ...(values.current === '' && { current: words.giveCurrent }),
          ...(weak !== null && { next: worded(weak) }),
        };
      },
      send: async (body) => {
        await replaceSession({ session, live }, () => api.call(changePassword, { body }));
        this.form.values.current = '';
        this.form.values.next = '';
      },
    });
  }

  /** What the password must not be made of. */
  get names(): readonly string[] {
    const { displayName, email } = this.#session.account;
    return email === null ? [displayName] : [displayName, email];
  }
}
