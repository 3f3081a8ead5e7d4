import type { Action } from '../../shared/access/actions.ts';
import { decide, type DecisionFacts } from '../../shared/access/decide.ts';
import type { Place } from '../../shared/access/place.ts';
import type { Person } from '../core/db/person.ts';

/**
 * From where somebody does something: the innermost level of the way down at which the roles that
 * they hold there are enough for it by themselves. Who stands inside acts from inside.
 */
export function actingLevel(
  person: Person,
  action: Action,
  place: Place,
  facts: DecisionFacts = {},
): string | null {
  const level = place.findLast(({ id }) => {
    const grants = person.grants.filter(({ organisationId }) => organisationId === id);
    return decide({ ...person, grants }, action, place, facts).allowed;
  });
  return level?.id ?? null;
}
