import { barrierIndex, type PlaceLink } from '../../shared/access/place.ts';
import type { Token } from '../../shared/tokens/contract.ts';
import { revokeToken } from '../../shared/tokens/endpoints.ts';
import type { Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { type LiveRows, rowsAt } from '../lists/live-rows.svelte.ts';
import { whyNotRevoke } from './why-not-revoke.ts';

interface Surroundings extends Whereabouts {
  api: Api;
}

/** The API tokens that reach an organisation, as far as this person may see them, live. */
export class TokenList {
  readonly here: Here;
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  readonly #rows: LiveRows<Token>;

  constructor({ api, ...whereabouts }: Surroundings) {
    this.here = new Here(whereabouts);
    this.#api = api;
    this.#live = whereabouts.live;
    this.#session = whereabouts.session;
    this.#rows = rowsAt(whereabouts, 'token', () => this.#tokens());
  }

  get query() {
    return this.#live.list('token', this.here.id);
  }

  readonly rows = $derived.by(() => this.#rows.all);

  /** Why this person makes none here: a reason that holds for every role. */
  get whyNotMake(): string | undefined {
    const roles = this.here.roles('grant.give');
    const isAny = roles.some(({ disabledReason }) => disabledReason === undefined);
    return isAny ? undefined : roles[0]?.disabledReason;
  }

  whyNotRevoke(token: Token): string | undefined {
    return whyNotRevoke(this.#live, this.#session, token);
  }

  /** The row goes when the change arrives, as it does for everybody else. */
  async revoke({ id }: Token): Promise<void> {
    await this.#api.call(revokeToken, { id });
  }

  #tokens(): Token[] {
    const place = this.here.place ?? [];
    const reaching = place.slice(barrierIndex(place), -1).filter((link) => this.#isOpen(link));
    const above = reaching.flatMap(({ id }) => this.#live.list('token', id).data ?? []);
    return [...above, ...(this.query.data ?? [])];
  }

  #isOpen({ id }: PlaceLink): boolean {
    const above = { live: this.#live, session: this.#session, organisationId: id };
    return new Here(above).may('access.view');
  }
}
