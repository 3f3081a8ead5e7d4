import { isInside } from '../../shared/access/actions.ts';
import { decide, isInScope } from '../../shared/access/decide.ts';
import { nextSteps } from '../../shared/core/next-step.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { ReplayGuard } from '../core/db/idempotency.ts';
import {
  locateAll,
  requireAllowed,
  requireVisible,
} from '../organisations/require-organisation.ts';

/**
 * The guard decides whether a stored idempotent answer may be replayed to this caller. A caller who
 * was inside a barrier when the answer was given, and no longer is, is refused it like any other
 * read there. A caller who was outside saw nothing confidential, so the answer can be replayed.
 */
export const replayGuard: ReplayGuard = {
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

  async seenIn(tx, changed) {
    const ids = changed.flatMap(({ organisationId }) => organisationId ?? []);
    if (ids.length === 0) return [];
    const located = await locateAll(tx.em, [...new Set(ids)]);
    const person = tx.holderOwing(...nextSteps);
    return [...located.values()]
      .filter(({ place }) => isInScope(person, place))
      .map(({ id }) => id);
  },

  async requireSeen(tx, organisationIds) {
    const located = await locateAll(tx.em, organisationIds);
    const person = tx.holderOwing(...nextSteps);
    const isGone = [...located.values()].some(({ place }) => !isInScope(person, place));
    const isNobody = organisationIds.length > 0 && person.grants.length === 0;
    if (isGone || isNobody) throw new Refusal('not-found');
  },

  async requireInside(tx, organisationIds) {
    for (const id of organisationIds) {
      const { place } = await requireVisible(tx, id);
      requireAllowed(tx, 'access.view', place);
    }
  },
};
