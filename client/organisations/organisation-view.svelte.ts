import { createContext } from 'svelte';
import type { Action } from '../../shared/access/actions.ts';
import { rolePermits, type DecisionFacts } from '../../shared/access/decide.ts';
import { type Place, suspendedBy } from '../../shared/access/place.ts';
import type { Organisation } from '../../shared/organisations/contract.ts';
import type { Session } from '../core/session.svelte.ts';
import { Here } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { words } from './words.ts';

/**
 * The organisation whose page is shown, and what the person may do with it. One for the page;
 * its tabs read it by context.
 */
export class OrganisationView {
  readonly id: string;
  readonly #here: Here;
  readonly #live: Live;
  readonly #session: Session;

  constructor(live: Live, session: Session, id: string) {
    this.#live = live;
    this.#session = session;
    this.id = id;
    this.#here = new Here({ live, session, organisationId: id });
  }

  get query() {
    return this.#live.record('organisation', this.id);
  }

  readonly organisation = $derived.by<Organisation | undefined>(() => this.query.data);
  get place(): Place | undefined {
    return this.#here.place;
  }

  /** Who is suspended above it (or itself), so that it is suspended too. */
  readonly suspendedBy = $derived.by(() => this.place && suspendedBy(this.place));

  /** Why the person may not, in a sentence; `undefined` where they may, or it is not known yet. */
  why(action: Action, facts: DecisionFacts = {}): string | undefined {
    return this.#here.whyNot(action, facts);
  }

  /** Why it cannot go anywhere, whatever allows moving it: nothing else is in this person's hands. */
  get whyNowhere(): string | undefined {
    const { grants, access } = this.#session;
    const ways = grants
      .filter(
        ({ role, expiresAt }) => expiresAt === null && rolePermits('organisation.adopt', role),
      )
      .map(({ organisation }) => access.chains[organisation.id] ?? []);
    if (ways.some((way) => !way.some(({ id }) => id === this.id))) return undefined;
    return words.nowhere({ name: this.organisation?.displayName ?? words.someOrganisation });
  }

  may(action: Action): boolean {
    return this.#here.may(action);
  }
}

export const [getOrganisationView, setOrganisationView] = createContext<OrganisationView>();
