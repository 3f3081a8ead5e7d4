import { barrierIndex, type PlaceLink } from '../../shared/access/decide.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { revokeToken } from '../../shared/tokens/endpoints.ts';
import type { Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import { assignableRoles } from '../live/assignable-roles.ts';
import type { Live } from '../live/live.svelte.ts';
import { LiveRows } from '../live/live-rows.svelte.ts';
import { allowed, placeOf, reasonAgainst } from '../live/place.ts';

interface Surroundings {
  api: Api;
  live: Live;
  session: Session;
  organisationId: string;
}

/** The API tokens that reach an organisation, as far as this person may see them, live. */
export class TokenList {
  readonly organisationId: string;
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  readonly #rows: LiveRows<Token>;

  constructor({ api, live, session, organisationId }: Surroundings) {
    this.organisationId = organisationId;
    this.#api = api;
    this.#live = live;
    this.#session = session;
    this.#rows = new LiveRows({
      live,
      session,
      read: () => this.#tokens(),
      concerns: (change, known) => {
        if (change.resource !== 'token') return undefined;
        const { id, organisationId: at } = change;
        return at === organisationId || known.some((token) => token.id === id) ? id : undefined;
      },
      removes: ({ op }) => op === 'delete' || op === 'leave',
    });
  }

  get query() {
    return this.#live.list('token', this.organisationId);
  }

  readonly rows = $derived.by(() => this.#rows.all);
  readonly #place = $derived.by(() => placeOf(this.#live, this.#session, this.organisationId));
  readonly here = $derived(this.#place?.at(-1));

  /** Why this person makes none here: a reason that holds for every role. */
  get whyNotMake(): string | undefined {
    if (!this.#place) return undefined;
    const roles = assignableRoles(this.#live, this.#session, 'grant.give', this.#place);
    const isAny = roles.some(({ disabledReason }) => disabledReason === undefined);
    return isAny ? undefined : roles[0]?.disabledReason;
  }

  whyNotRevoke({ maker, organisation, role }: Token): string | undefined {
    if (maker.id === this.#session.accountId) return undefined;
    const place = placeOf(this.#live, this.#session, organisation.id);
    const facts = { roles: [role] };
    return place && reasonAgainst(allowed(this.#live, this.#session, 'grant.revoke', place, facts));
  }

  /** The row goes when the change arrives, as it does for everybody else. */
  async revoke({ id }: Token): Promise<void> {
    await this.#api.call(revokeToken, { id });
  }

  #tokens(): Token[] {
    const place = this.#place ?? [];
    const reaching = place.slice(barrierIndex(place), -1).filter((link) => this.#isOpen(link));
    const above = reaching.flatMap(({ id }) => this.#live.list('token', id).data ?? []);
    return [...above, ...(this.query.data ?? [])];
  }

  #isOpen({ id }: PlaceLink): boolean {
    const place = placeOf(this.#live, this.#session, id);
    return place !== undefined && allowed(this.#live, this.#session, 'access.view', place).allowed;
  }
}
