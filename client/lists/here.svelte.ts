import type { Action } from '../../shared/access/actions.ts';
import type { DecisionFacts } from '../../shared/access/decide.ts';
import type { Place } from '../../shared/access/place.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { type AssignableRole, assignableRoles } from '../decisions/assignable-roles.ts';
import { allowed, placeOf, reasonAgainst } from '../live/place.ts';
import { words } from '../live/words.ts';

/** An organisation, with the live data and session of the person who looks at it. */
export interface Whereabouts {
  live: Live;
  session: Session;
  organisationId: string;
}

/** The organisation of a page, with what the signed-in person may do there. */
export class Here {
  readonly id: string;
  readonly #live: Live;
  readonly #session: Session;

  constructor({ live, session, organisationId }: Whereabouts) {
    this.id = organisationId;
    this.#live = live;
    this.#session = session;
  }

  readonly place = $derived.by<Place | undefined>(() =>
    placeOf(this.#live, this.#session, this.id),
  );
  readonly link = $derived(this.place?.at(-1));
  readonly name = $derived(this.link?.displayName ?? words.thisOrganisation);

  /** Why the person may not do this, in a sentence; `undefined` where they may or it is unknown. */
  whyNot(action: Action, facts: DecisionFacts = {}): string | undefined {
    if (!this.place) return undefined;
    return reasonAgainst(allowed(this.#live, this.#session, action, this.place, facts));
  }

  may(action: Action): boolean {
    return this.place !== undefined && this.whyNot(action) === undefined;
  }

  /** The roles that can be held here, each with the reason where the person may not give it. */
  roles(action: Parameters<typeof assignableRoles>[2]): AssignableRole[] {
    return this.place ? assignableRoles(this.#live, this.#session, action, this.place) : [];
  }
}
