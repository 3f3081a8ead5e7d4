import { type Grant, GiveGrant } from '../../shared/access/contract.ts';
import type { Api } from '../core/api.ts';
import { Form } from '../core/form.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Option } from '../ui/field.ts';
import type { GrantList } from './grant-list.svelte.ts';
import { knownPeople } from './known-people.ts';

/** Gives a role at an organisation to somebody known here: at home here, or above where one may look. */
export class GiveRole {
  readonly form: Form<'accountId' | 'role'>;
  readonly #live: Live;
  readonly #list: GrantList;

  constructor(api: Api, live: Live, list: GrantList) {
    this.#live = live;
    this.#list = list;
    this.form = new Form({
      initial: {
        accountId: '',
        role: list.roles.find(({ disabledReason }) => disabledReason === undefined)?.value ?? '',
      },
      check: ({ accountId, role }) => ({
        ...(accountId === '' && { accountId: 'Choose who gets the role.' }),
        ...(role === '' && { role: 'Choose a role.' }),
      }),
      send: async ({ accountId, role }) => {
        const body = GiveGrant.parse({ role, organisationId: list.organisationId });
        const { data, seq } = await api.post<Grant>(`/accounts/${accountId}/grants`, body);
        live.store.takeRecord('grant', data, seq);
      },
    });
  }

  /** Everybody who could get one: who holds one here already is left out, and users hold none. */
  readonly people = $derived.by<readonly Option[]>(() => {
    const holding = this.#list.query.data?.map(({ accountId }) => accountId) ?? [];
    return knownPeople(
      this.#live,
      this.#list,
      ({ id, type, status }) => type !== 'user' && status !== 'disabled' && !holding.includes(id),
    );
  });

  /** The people were all looked for, so that nobody found means nobody there. */
  readonly isComplete = $derived.by(
    () => this.#live.accounts(this.#list.organisationId).state !== 'loading',
  );
}
