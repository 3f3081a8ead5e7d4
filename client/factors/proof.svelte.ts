import type { Reauthenticate } from '../../shared/factors/contract.ts';
import { askPasskey, reauthenticate } from '../../shared/factors/endpoints.ts';
import type { Api } from '../core/api.ts';
import { Form } from '../core/form.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { codeForm } from './code-form.svelte.ts';
import { getPasskey } from '../sign-in/passkey-browser.ts';
import { replaceSession } from '../sign-in/replace-session.ts';
import { words } from './words.ts';

/** The ways to show that it is still the same person. Each gives the session another token. */
export class Proof {
  readonly password: Form<'password'>;
  readonly code = codeForm((code) => this.#give({ code }));
  readonly #api: Api;
  readonly #session: Session;
  readonly #live: Live;

  constructor(api: Api, session: Session, live: Live) {
    this.#api = api;
    this.#session = session;
    this.#live = live;
    this.password = new Form({
      initial: { password: '' },
      check: ({ password }) => (password === '' ? { password: words.passwordMissing } : {}),
      send: (values) => this.#give(values),
    });
  }

  async byPasskey(): Promise<void> {
    const asked = this.#api.call(askPasskey, { body: { purpose: 'prove' } });
    await this.#give({ response: await getPasskey(asked) });
  }

  async #give(body: Reauthenticate): Promise<void> {
    await replaceSession({ session: this.#session, live: this.#live }, () =>
      this.#api.call(reauthenticate, { body }),
    );
  }
}
