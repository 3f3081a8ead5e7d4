import type { Said } from '../../shared/core/words/said.ts';
import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import { listInvited } from '../../shared/accounts/endpoints.ts';
import type { Grant } from '../../shared/access/contract.ts';
import { revokeGrant } from '../../shared/access/endpoints.ts';
import { LAST_OWN_ROLE, lastOfPlatform } from '../../shared/access/last-role.ts';
import { isAdministrator } from '../../shared/access/roles.ts';
import { barrierIndex, type PlaceLink } from '../../shared/access/place.ts';
import type { Api } from '../core/api.ts';
import type { Session } from '../core/session.svelte.ts';
import type { AssignableRole } from '../decisions/assignable-roles.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { type LiveRows, rowsAt } from '../lists/live-rows.svelte.ts';
import { allowed, placeOf } from '../live/place.ts';
import { words } from './words.ts';

/** An organisation above, whose roles reach down here. */
export interface Above {
  link: PlaceLink;
  /** The barrier that stops them: they see only what is commercial. */
  stoppedBy: PlaceLink | undefined;
}

interface Surroundings extends Whereabouts {
  api: Api;
}

/** Who holds roles at an organisation, and who reaches it from above as far as it is known here. */
export class GrantList {
  readonly here: Here;
  readonly #api: Api;
  readonly #live: Live;
  readonly #session: Session;
  readonly #rows: LiveRows<Grant>;

  constructor({ api, ...whereabouts }: Surroundings) {
    this.here = new Here(whereabouts);
    this.#api = api;
    this.#live = whereabouts.live;
    this.#session = whereabouts.session;
    this.#rows = rowsAt(whereabouts, 'grant', () => this.query.data ?? []);
  }

  get query() {
    return this.#live.list('grant', this.here.id);
  }

  readonly rows = $derived.by(() => this.#rows.all);

  /** All that stand above, from the top. */
  readonly #all = $derived.by<readonly Above[]>(() => {
    const { place } = this.here;
    if (!place) return [];
    const barrier = barrierIndex(place);
    return place.slice(0, -1).map((link, index) => ({
      link,
      stoppedBy: index < barrier ? place[barrier] : undefined,
    }));
  });

  /** Those above whose roles this person may see. */
  readonly above = $derived.by<readonly Above[]>(() =>
    this.#all.filter(({ link }) => {
      const at = placeOf(this.#live, this.#session, link.id);
      return at && allowed(this.#live, this.#session, 'access.view', at).allowed;
    }),
  );

  /** Those above that lie outside what this person sees. */
  readonly unseen = $derived.by<readonly Above[]>(() => {
    const seen = this.above.map(({ link }) => link.id);
    return this.#all.filter(({ link }) => !seen.includes(link.id));
  });

  get roles(): AssignableRole[] {
    return this.here.roles('grant.give');
  }

  get whyNotGive(): string | undefined {
    return this.here.whyNot('grant.give');
  }

  /** Why this person may not take a role away; who the last administrator is, the server knows. */
  whyNotTake(grant: Grant): string | undefined {
    const facts = { roles: [grant.role], stateRefusal: this.#whyNotLose(grant) };
    return this.here.whyNot('grant.revoke', facts);
  }

  /** Why this person may not make it another role; it takes what taking it and giving one take. */
  whyNotChange(grant: Grant): string | undefined {
    if (grant.expiresAt !== null) {
      return words.temporaryStays;
    }
    return this.whyNotTake(grant) ?? this.whyNotGive;
  }

  /** What is certain of it here: one's own last role, and the last that is held at all. */
  #whyNotLose({ id, role, accountId, expiresAt }: Grant): Said | null {
    if (!isAdministrator(role) || expiresAt !== null) return null;
    const others = this.#session.grants.filter(
      (own) => own.id !== id && own.expiresAt === null && isAdministrator(own.role),
    );
    if (accountId === this.#session.accountId && others.length === 0) return LAST_OWN_ROLE;
    const isLast = !(this.query.data ?? []).some(
      (held) => held.id !== id && held.expiresAt === null && isAdministrator(held.role),
    );
    const { link } = this.here;
    return isLast && link?.kind === 'platform' ? lastOfPlatform(link.displayName) : null;
  }

  /** Whom an administrator has invited to roles by this one, and who has not come yet. */
  async invitedBy({ accountId, role, organisation }: Grant): Promise<AccountWithGrants[]> {
    if (!isAdministrator(role)) return [];
    const query = { from: organisation.id };
    const { data } = await this.#api.call(listInvited, { id: accountId, query });
    return data.items.filter(({ grants }) => grants.length > 0);
  }

  /**
   * The administrator takes a role; the open invitations made by it are cancelled, but for these.
   * The row goes when the change arrives, as it does for everybody else.
   */
  async take({ id }: Grant, keep: readonly string[] = []): Promise<void> {
    await this.#api.call(revokeGrant, { id, query: { keep: keep.join(',') } });
  }
}
