import type { Said } from '../core/words/said.ts';
import { type Actor, rolePermits } from './decide.ts';
import { barrierIndex, type Place } from './place.ts';
import { says } from './words.ts';

/**
 * Why somebody who may edit an organisation may not change its external id, in a sentence, or
 * `null`. It is the reference of the level above, unique below that [H7]. Whoever does not see what
 * else is there would learn of it from a conflict, and could rewrite what others keep.
 */
export function whyNoExternalId({ grants }: Pick<Actor, 'grants'>, place: Place): Said | null {
  const above = place.slice(0, -1);
  const barrier = barrierIndex(above);
  const isOfLevelAbove = grants.some(
    ({ role, organisationId }) =>
      rolePermits('organisation.edit', role) &&
      above.findIndex(({ id }) => id === organisationId) >= barrier,
  );
  if (isOfLevelAbove || above.length === 0) return null;
  return says.externalIdOfAbove;
}
