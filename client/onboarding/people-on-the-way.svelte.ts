import type { Grant } from '../../shared/access/contract.ts';
import type { Actor } from '../../shared/access/decide.ts';
import type { Place, PlaceLink } from '../../shared/access/place.ts';
import type { Session } from '../core/session.svelte.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { allowed, placeOf } from '../live/place.ts';
import type { Option } from '../ui/field.ts';
import { words } from './words.ts';

/**
 * The people who hold roles on the way to an organisation, as far as the person sees who does;
 * nearest first. Programs, which have no address, are not among them.
 */
export class PeopleOnTheWay {
  readonly #here: Here;
  readonly #live: Live;
  readonly #session: Session;

  constructor(whereabouts: Whereabouts) {
    this.#here = new Here(whereabouts);
    this.#live = whereabouts.live;
    this.#session = whereabouts.session;
  }

  readonly #all = $derived.by<readonly (readonly Grant[])[]>(() => {
    const held = (this.#here.place ?? []).flatMap((link) => this.#heldAt(link)).toReversed();
    return [...Map.groupBy(held, ({ accountId }) => accountId).values()];
  });

  /** Those of whom this is true, by what they hold there. */
  who(may: (actor: Actor, place: Place) => boolean): Option[] {
    const { place } = this.#here;
    if (!place) return [];
    return this.#all.flatMap((grants) =>
      may(actorBy(grants), place) ? this.#optionOf(grants) : [],
    );
  }

  /** The roles at an organisation on the way; none where they are not open to the person. */
  #heldAt({ id }: PlaceLink): readonly Grant[] {
    const place = placeOf(this.#live, this.#session, id);
    if (!place || !allowed(this.#live, this.#session, 'access.view', place).allowed) return [];
    return this.#live.list('grant', id).data ?? [];
  }

  #optionOf([first]: readonly Grant[]): Option[] {
    if (!first) return [];
    const { id, displayName, email } = first.account;
    if (email === null) return [];
    const { id: at, displayName: name } = first.organisation;
    const hint = at === this.#here.id ? email : words.ownerFrom({ email, name });
    return [{ value: id, label: displayName, hint }];
  }
}

function actorBy(held: readonly Grant[]): Actor {
  const grants = held.map(({ role, organisation, expiresAt }) => ({
    role,
    organisationId: organisation.id,
    expiresAt,
  }));
  return { accountId: held[0]?.accountId ?? '', grants };
}
