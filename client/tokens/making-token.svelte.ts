import type { Grant } from '../../shared/access/contract.ts';
import { isAdministrator, mayBear } from '../../shared/access/roles.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { MakeToken, type NewToken, Token } from '../../shared/tokens/contract.ts';
import { makeToken } from '../../shared/tokens/endpoints.ts';
import type { Api } from '../core/api.ts';
import { fieldErrors, Form } from '../core/form.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import { type AssignableRole, assignableRoles } from '../decisions/assignable-roles.ts';
import type { Live } from '../live/live.svelte.ts';
import { placeOf } from '../live/place.ts';
import type { Option } from '../ui/field.ts';
import { words } from './words.ts';

type Name = 'name' | 'organisationId' | 'role' | 'expiresInDays';

interface Surroundings {
  api: Api;
  live: Live;
  session: Session;
  /** Where it will hold; where none is given, it is chosen among one's own places. */
  organisationId?: string | undefined;
  /** The machine account that it acts as; oneself where none is given. */
  machine?: AccountWithGrants | undefined;
}

/** The form makes an API token, and holds its text for as long as it is shown. */
export class MakingToken {
  readonly form: Form<Name>;
  readonly #live: Live;
  readonly #session: Session;
  readonly #machine: AccountWithGrants | undefined;
  #made = $state.raw<NewToken>();

  constructor({ api, live, session, organisationId, machine }: Surroundings) {
    this.#live = live;
    this.#session = session;
    this.#machine = machine;
    const [only, ...more] = this.#own();
    const first = only && more.length === 0 ? only.value : '';
    this.form = new Form<Name>({
      initial: {
        name: '',
        organisationId: organisationId ?? first,
        role: '',
        expiresInDays: '90',
      },
      check: (values) => ({
        ...fieldErrors<Name>(MakeToken, asked(values)),
        ...(values.organisationId === '' && { organisationId: words.chooseOrganisation }),
        ...(values.role === '' && { role: words.chooseRole }),
      }),
      send: async (values) => {
        const { data, seq } = await api.call(makeToken, {
          body: MakeToken.parse({ ...asked(values), ...(machine && { accountId: machine.id }) }),
        });
        live.store.takeRecord('token', Token.parse(data), seq);
        this.#made = data;
      },
    });
  }

  /** The token with its text, once it is there. */
  get made(): NewToken | undefined {
    return this.#made;
  }

  /** Where the person holds roles that can be given on, or the machine account any. */
  readonly places = $derived.by<readonly Option[]>(() => this.#own());

  readonly roles = $derived.by<readonly AssignableRole[]>(() => {
    const { organisationId } = this.form.values;
    const place = placeOf(this.#live, this.#session, organisationId);
    if (!place) {
      if (organisationId !== '') void this.#live.record('organisation', organisationId).data; // asks for it
      return [];
    }
    const roles = assignableRoles(this.#live, this.#session, 'grant.give', place);
    return roles.map((role) => ({ ...role, disabledReason: this.#whyNot(role) }));
  });

  /** Beyond what the person may give: what the machine account does not hold itself. */
  #whyNot({ value, disabledReason }: AssignableRole): string | undefined {
    const machine = this.#machine;
    if (disabledReason !== undefined || !machine) return disabledReason;
    const { organisationId } = this.form.values;
    const isBorne = machine.grants.some(
      ({ role, organisation }) =>
        organisation.id === organisationId && mayBear('machine', role, value),
    );
    return isBorne ? undefined : words.roleNotHeld({ name: machine.displayName });
  }

  /** The token as everybody sees it, if it was made. */
  async make(): Promise<Token | undefined> {
    await this.form.submit();
    return this.#made && Token.parse(this.#made);
  }

  #own(): Option[] {
    const grants: readonly Grant[] =
      this.#machine?.grants ?? this.#session.grants.filter(({ role }) => isAdministrator(role));
    return grants.map(({ organisation: { id, displayName } }) => ({
      value: id,
      label: displayName,
    }));
  }
}

function asked({ expiresInDays, ...values }: Readonly<Record<Name, string>>) {
  const days = expiresInDays.trim();
  return { ...values, expiresInDays: days === '' ? NaN : Number(days) };
}
