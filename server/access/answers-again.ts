import { isInside } from '../../shared/access/actions.ts';
import { decide } from '../../shared/access/decide.ts';
import { nextSteps } from '../../shared/accounts/next-step.ts';
import type { AnswersAgain } from '../core/db/work.ts';
import {
  locateAll,
  requireAllowed,
  requireVisible,
} from '../organisations/require-organisation.ts';

/**
 * An answer that is kept for its idempotency key may tell of what lies behind a barrier. Whoever
 * was inside when it was given, and is not any more, is refused it as any other reading of there;
 * who asked from outside was told nothing of the inside, and is answered the same again.
 */
export const answersAgain: AnswersAgain = {
  async insideOf(tx, changed) {
    const ids = changed.flatMap(({ publication: { topic }, organisationId }) =>
      topic !== null && isInside(topic) ? (organisationId ?? []) : [],
    );
    if (ids.length === 0) return [];
    const located = await locateAll(tx.em, [...new Set(ids)]);
    const person = tx.holderOwing(...nextSteps);
    return [...located.values()]
      .filter(({ place }) => decide(person, 'access.view', place).allowed)
      .map(({ id }) => id);
  },

  async requireInside(tx, organisationIds) {
    for (const id of organisationIds) {
      const { place } = await requireVisible(tx, id);
      requireAllowed(tx, 'access.view', place);
    }
  },
};
