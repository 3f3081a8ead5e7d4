import type { OnboardingSummary } from '../../../shared/onboarding/contract.ts';

/**
 * Onboardings in the order in which they need somebody. It is kept, so that sorting them again after
 * a change compares each with its neighbour and little more.
 */
export class UrgencyOrder {
  #last: readonly OnboardingSummary[] = [];

  sort(all: ReadonlyMap<string, OnboardingSummary>): readonly OnboardingSummary[] {
    const known = new Set(this.#last.map(({ id }) => id));
    const stayed = this.#last.flatMap(({ id }) => all.get(id) ?? []);
    const come = [...all.values()].filter(({ id }) => !known.has(id));
    this.#last = [...stayed, ...come].sort(byUrgency);
    return this.#last;
  }
}

/** The order of urgency: stalled ones, then what is due, then what has not moved for longest. */
function byUrgency(one: OnboardingSummary, other: OnboardingSummary): number {
  return (
    Number(other.stalledSince !== null) - Number(one.stalledSince !== null) ||
    compare(one.dueOn ?? '9', other.dueOn ?? '9') ||
    compare(one.changedAt, other.changedAt) ||
    compare(one.id, other.id)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
