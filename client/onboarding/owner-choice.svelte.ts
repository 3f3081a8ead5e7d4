import type { Grant } from '../../shared/access/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import type { PlaceLink } from '../../shared/access/place.ts';
import type { StepOwner } from '../../shared/onboarding/contract.ts';
import type { Session } from '../core/session.svelte.ts';
import { Here, type Whereabouts } from '../lists/here.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { allowed, placeOf } from '../live/place.ts';
import type { Option } from '../ui/field.ts';
import { words } from './words.ts';

/**
 * The people who could take care of a step of one onboarding, as far as the person sees who holds
 * which role on the way there; nearest first. The server decides anyway.
 */
export class OwnerChoice {
  readonly #here: Here;
  readonly #live: Live;
  readonly #session: Session;
  readonly #present: StepOwner | null;

  constructor(whereabouts: Whereabouts, present: StepOwner | null) {
    this.#present = present;
    this.#here = new Here(whereabouts);
    this.#live = whereabouts.live;
    this.#session = whereabouts.session;
  }

  /** With whoever it is now, also where their role is out of sight. */
  readonly people = $derived.by<readonly Option[]>(() => {
    const { id, displayName } = this.#present ?? {};
    const isListed = this.#seen.some(({ value }) => value === id);
    if (id === undefined || displayName === undefined || isListed) return this.#seen;
    return [{ value: id, label: displayName }, ...this.#seen];
  });

  readonly #seen = $derived.by<readonly Option[]>(() => {
    const held = (this.#here.place ?? []).flatMap((link) => this.#heldAt(link)).toReversed();
    return [...Map.groupBy(held, ({ accountId }) => accountId).values()].flatMap((grants) =>
      this.#mayWork(grants) ? this.#optionOf(grants) : [],
    );
  });

  /** The roles at an organisation on the way; none where they are not open to the person. */
  #heldAt({ id }: PlaceLink): readonly Grant[] {
    const place = placeOf(this.#live, this.#session, id);
    if (!place || !allowed(this.#live, this.#session, 'access.view', place).allowed) return [];
    return this.#live.list('grant', id).data ?? [];
  }

  #mayWork(held: readonly Grant[]): boolean {
    const { place } = this.#here;
    const grants = held.map(({ role, organisation, expiresAt }) => ({
      role,
      organisationId: organisation.id,
      expiresAt,
    }));
    const accountId = held[0]?.accountId ?? '';
    return place !== undefined && decide({ accountId, grants }, 'onboarding.edit', place).allowed;
  }

  /** Programs, which have no address, take care of nothing. */
  #optionOf([first]: readonly Grant[]): Option[] {
    if (!first) return [];
    const { id, displayName, email } = first.account;
    if (email === null) return [];
    const { id: at, displayName: name } = first.organisation;
    const hint = at === this.#here.id ? email : words.ownerFrom({ email, name });
    return [{ value: id, label: displayName, hint }];
  }
}
