import { rolePermits } from '../access/decide.ts';
import type { Actor, Place } from '../access/decide.ts';

/**
 * Why somebody who may edit an organisation may not change its external id, in a sentence, or
 * `null`. It is the reference of the level above, unique below that [H7]: who does not see what
 * stands beside would learn of it from a refusal, and could rewrite what others keep.
 */
export function whyNoExternalId({ grants }: Pick<Actor, 'grants'>, place: Place): string | null {
  const above = place.slice(0, -1);
  const isOfLevelAbove = grants.some(
    ({ role, organisationId }) =>
      rolePermits('organisation.edit', role) && above.some(({ id }) => id === organisationId),
  );
  if (isOfLevelAbove || above.length === 0) return null;
  return 'The external id is the reference of the level above. Its administrators can change it.';
}
