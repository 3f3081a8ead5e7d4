import { worded } from '../../shared/core/words/said.ts';
import { AcceptInvitation, type InvitationView } from '../../shared/sign-in/contract.ts';
import { acceptInvitation, findInvitation } from '../../shared/sign-in/endpoints.ts';
import { whyNotPassword } from '../../shared/sign-in/password.ts';
import { type Api, ApiError } from '../core/api.ts';
import { fieldErrors, Form } from '../core/form.svelte.ts';
import type { Session } from '../core/session.svelte.ts';

type State = 'asking' | 'open' | 'gone' | 'taken' | 'unreachable';

/** An invitation in the hands of whoever has its link. It can be accepted once, within a week. */
export class Invitation {
  readonly form: Form<'displayName' | 'password'>;
  readonly #api: Api;
  readonly #session: Session;
  readonly #token: string;
  #view = $state.raw<InvitationView>();
  #state = $state<State>('asking');

  constructor(api: Api, session: Session, token: string) {
    this.#api = api;
    this.#session = session;
    this.#token = token;
    this.form = new Form({
      initial: { displayName: '', password: '' },
      check: (values) => {
        const { displayName, password } = values;
        const weak = whyNotPassword(
          password,
          [displayName, this.#view?.email ?? ''],
          this.#view?.minPasswordLength,
        );
        return {
          ...fieldErrors(AcceptInvitation, values),
          ...(weak !== null && { password: worded(weak) }),
        };
      },
      send: (values) => this.#send(values),
    });
  }

  get state(): State {
    return this.#state;
  }

  get view(): InvitationView | undefined {
    return this.#view;
  }

  async ask(): Promise<void> {
    try {
      const { data } = await this.#api.call(findInvitation, { token: this.#token });
      this.#view = data;
      this.form.values.displayName = data.displayName;
      this.#state = 'open';
    } catch (error) {
      this.#state = endOf(error) ?? 'unreachable';
    }
  }

  async #send(body: AcceptInvitation): Promise<void> {
    try {
      await this.#api.call(acceptInvitation, { token: this.#token, body });
      await this.#session.begin();
    } catch (error) {
      this.#state = endOf(error) ?? this.#state;
      throw error;
    }
  }
}

/** Why it can never be accepted, where that is what the error says. */
function endOf(error: unknown): 'gone' | 'taken' | undefined {
  if (!(error instanceof ApiError)) return undefined;
  if (error.problem.code === 'invitation.address-taken') return 'taken';
  return error.status === 410 ? 'gone' : undefined;
}
