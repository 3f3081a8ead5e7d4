import { decide } from '../../shared/access/decide.ts';
import type { StepOwner } from '../../shared/onboarding/contract.ts';
import type { Whereabouts } from '../lists/here.svelte.ts';
import type { Option } from '../ui/field.ts';
import { PeopleOnTheWay } from './people-on-the-way.svelte.ts';

/**
 * The people who could take care of a step of one onboarding, as far as the person sees them. The
 * server decides anyway.
 */
export class OwnerChoice {
  readonly #people: PeopleOnTheWay;
  readonly #present: StepOwner | null;

  constructor(whereabouts: Whereabouts, present: StepOwner | null) {
    this.#present = present;
    this.#people = new PeopleOnTheWay(whereabouts);
  }

  /** With whoever it is now, also where their role is out of sight. */
  readonly people = $derived.by<readonly Option[]>(() => {
    const seen = this.#people.who(
      (actor, place) => decide(actor, 'onboarding.edit', place).allowed,
    );
    const { id, displayName } = this.#present ?? {};
    const isListed = seen.some(({ value }) => value === id);
    if (id === undefined || displayName === undefined || isListed) return seen;
    return [{ value: id, label: displayName }, ...seen];
  });
}
