import { type AccountWithGrants, AddAccount } from '../../../shared/accounts/contract.ts';
import { addAccount } from '../../../shared/accounts/endpoints.ts';
import type { Api } from '../../core/api.ts';
import { fieldErrors, Form } from '../../core/form.svelte.ts';
import { newKey } from '../../core/new-key.ts';
import type { Live } from '../../live/live.svelte.ts';
import { words } from './words.ts';

/** The invitation stands for an account that gets its roles later, or none. */
export const NO_ROLE = 'none';

interface Surroundings {
  api: Api;
  live: Live;
  organisationId: string;
  /** What is chosen at first. */
  role: string;
}

/**
 * The form brings somebody into an organisation: an account at once, and a mail with a link that
 * opens it. A machine account gets no mail, since nobody reads any.
 */
export class Invite {
  readonly form: Form<'displayName' | 'email' | 'type' | 'role'>;
  readonly #around: Surroundings;
  #sent = { body: '', key: '' };
  #invited: AccountWithGrants | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.form = new Form({
      initial: { displayName: '', email: '', type: 'administrator', role: around.role },
      check: (values) => ({
        ...fieldErrors(AddAccount, toBody(values)),
        ...(values.type !== 'machine' &&
          values.email.trim() === '' && { email: words.emailMissing }),
      }),
      send: async (values) => {
        const { api, live, organisationId } = this.#around;
        const body = AddAccount.parse(toBody(values));
        const given = { id: organisationId, body, key: this.#keyOf(body) };
        const { data, seq } = await api.call(addAccount, given);
        live.store.takeRecord('account', data, seq);
        this.#invited = data;
      },
    });
  }

  /** The account, once it is there. */
  get invited(): AccountWithGrants | undefined {
    return this.#invited;
  }

  /** Sending the same once more, after an answer that got lost, must not invite twice. */
  #keyOf(body: object): string {
    const text = JSON.stringify(body);
    if (this.#sent.body !== text) this.#sent = { body: text, key: newKey() };
    return this.#sent.key;
  }
}

function toBody({
  displayName,
  email,
  type,
  role,
}: Record<'displayName' | 'email' | 'type' | 'role', string>) {
  const hasRole = type !== 'user' && role !== NO_ROLE;
  return {
    displayName,
    ...(type !== 'machine' && { email }),
    type,
    grants: hasRole ? [{ role }] : [],
  };
}
