import type { FactorAdded, NewTotp } from '../../shared/factors/contract.ts';
import { addPasskey, askPasskey, confirmTotp, startTotp } from '../../shared/factors/endpoints.ts';
import type { NextStep } from '../../shared/core/next-step.ts';
import type { Api } from '../core/api.ts';
import { Form } from '../core/form.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { codeForm } from './code-form.svelte.ts';
import { describeDevice } from '../sign-in/device.ts';
import { createPasskey } from '../sign-in/passkey-browser.ts';
import { replaceSession } from '../sign-in/replace-session.ts';
import { words } from './words.ts';

/**
 * The person adds a second factor, an app or a passkey. It counts at once, but the session is read
 * again only in `finish`: the recovery codes that may come with it have to be seen first.
 */
export class AddFactor {
  readonly code = codeForm((code) => this.#confirm(code));
  readonly name: Form<'name'>;
  next: NextStep = 'done';
  readonly #api: Api;
  readonly #session: Session;
  readonly #live: Live;
  #app = $state.raw<NewTotp>();
  #recoveryCodes = $state.raw<readonly string[]>();
  #isAdded = $state(false);
  #failure = $state.raw<unknown>();

  constructor(api: Api, session: Session, live: Live) {
    this.#api = api;
    this.#session = session;
    this.#live = live;
    this.name = new Form({
      initial: { name: describeDevice(navigator.userAgent).name },
      check: ({ name }) => (name.trim() === '' ? { name: words.nameMissing } : {}),
      send: ({ name }) => this.#addPasskey(name),
    });
  }

  /** The app that is being added, with the secret that is shown this once. */
  get app(): NewTotp | undefined {
    return this.#app;
  }

  get isAdded(): boolean {
    return this.#isAdded;
  }

  /** Those that came with the first factor. */
  get recoveryCodes(): readonly string[] | undefined {
    return this.#recoveryCodes;
  }

  get failure(): unknown {
    return this.#failure;
  }

  async startApp(): Promise<void> {
    this.#failure = undefined;
    try {
      this.#app = (await this.#api.call(startTotp)).data;
    } catch (failure) {
      this.#failure = failure;
    }
  }

  async #confirm(code: string): Promise<void> {
    const id = this.#app?.id ?? '';
    await this.#add(() => this.#api.call(confirmTotp, { id, body: { code } }));
  }

  async #addPasskey(name: string): Promise<void> {
    const asked = this.#api.call(askPasskey, { body: { purpose: 'enrol' } });
    const response = await createPasskey(asked);
    await this.#add(() => this.#api.call(addPasskey, { body: { name, response } }));
  }

  async #add(send: () => Promise<{ data: FactorAdded }>): Promise<void> {
    const deed = async () => {
      const { data } = await send();
      this.next = data.next;
      this.#recoveryCodes = data.recoveryCodes ?? undefined;
      this.#isAdded = true;
    };
    // Before one is in, the session is read only by `finish`: its page would go, codes and all.
    if (this.#session.state.is !== 'signed-in') return deed();
    await replaceSession({ session: this.#session, live: this.#live }, deed);
  }
}
