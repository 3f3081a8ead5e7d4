import { isAdministrator } from '../../shared/access/roles.ts';
import { MakeToken, type NewToken, Token } from '../../shared/tokens/contract.ts';
import type { Api } from '../core/api.ts';
import { fieldErrors, Form } from '../core/form.svelte.ts';
import type { Session } from '../core/session.svelte.ts';
import { type AssignableRole, assignableRoles } from '../live/assignable-roles.ts';
import type { Live } from '../live/live.svelte.ts';
import { placeOf } from '../live/place.ts';
import type { Option } from '../ui/field.ts';

type Name = 'name' | 'organisationId' | 'role' | 'expiresInDays';

interface Surroundings {
  api: Api;
  live: Live;
  session: Session;
  /** Where it will hold; where none is given, it is chosen among one's own places. */
  organisationId?: string | undefined;
}

/** Makes an API token, and holds its text for as long as it is shown. */
export class MakingToken {
  readonly form: Form<Name>;
  readonly #live: Live;
  readonly #session: Session;
  #made = $state.raw<NewToken>();

  constructor({ api, live, session, organisationId }: Surroundings) {
    this.#live = live;
    this.#session = session;
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
        ...(values.organisationId === '' && { organisationId: 'Choose an organisation.' }),
        ...(values.role === '' && { role: 'Choose a role.' }),
      }),
      send: async (values) => {
        const { data, seq } = await api.post<NewToken>('/tokens', MakeToken.parse(asked(values)));
        live.store.takeRecord('token', Token.parse(data), seq);
        this.#made = data;
      },
    });
  }

  /** The token with its text, once it is there. */
  get made(): NewToken | undefined {
    return this.#made;
  }

  /** Where the person holds roles that can be given on. */
  readonly places = $derived.by<readonly Option[]>(() => this.#own());

  readonly roles = $derived.by<readonly AssignableRole[]>(() => {
    const place = placeOf(this.#live, this.#session, this.form.values.organisationId);
    return place ? assignableRoles(this.#live, this.#session, 'grant.give', place) : [];
  });

  /** The token as everybody sees it, if it was made. */
  async make(): Promise<Token | undefined> {
    await this.form.submit();
    return this.#made && Token.parse(this.#made);
  }

  #own(): Option[] {
    return this.#session.grants
      .filter(({ role }) => isAdministrator(role))
      .map(({ organisation: { id, displayName } }) => ({ value: id, label: displayName }));
  }
}

function asked({ expiresInDays, ...values }: Readonly<Record<Name, string>>) {
  const days = expiresInDays.trim();
  return { ...values, expiresInDays: days === '' ? NaN : Number(days) };
}
