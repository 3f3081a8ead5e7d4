import type { Said } from '../core/words/said.ts';
import { whyNotBelow } from '../organisations/hierarchy.ts';
import { type Action, type ActionRule, ruleOf } from './actions.ts';
import type { DecisionFacts } from './decide.ts';
import { barrierIndex, type Place, type PlaceLink, suspendedBy } from './place.ts';
import { type Role, roleFamilies } from './roles.ts';
import { says } from './words.ts';

/** A grant that may carry the decision. */
export interface Candidate {
  role: Role;
  index: number;
  isTemporary: boolean;
}

/** Whether a grant is on the side of the barrier from which the action is done. */
export function isRightSide(rule: ActionRule, { index }: Candidate, place: Place): boolean {
  const barrier = barrierIndex(place);
  if (rule.atBarrier === 'from-outside') return barrier > 0 && index < barrier;
  if (rule.atBarrier === 'from-inside') return barrier > 0 && index >= barrier;
  return barrier === 0 || index >= barrier;
}

/** Why nothing of this kind is done at, or put below, the place; `null` where it is. */
export function whyNotHere(
  rule: ActionRule,
  target: PlaceLink,
  place: Place,
  facts: DecisionFacts,
) {
  if (!rule.at.includes(target.kind)) return says.notAtKind({ kind: target.kind });
  if (facts.branch) return whyNotBelow(place, facts.branch.kind, facts.branch);
  return rule.child ? whyNotBelow(place, rule.child) : null;
}

/** Why the state of the place forbids it now; `null` where it does not. */
export function whyNotNow(rule: ActionRule, candidates: Candidate[], place: Place): Said | null {
  const suspended = suspendedBy(place);
  if (rule.needsActive && suspended) {
    return says.suspended({ name: suspended.displayName });
  }
  const target = place[place.length - 1] as PlaceLink;
  const lock = place.findIndex((link) => link.id === target.lockedAt);
  if (
    rule.respectsLock &&
    lock >= 0 &&
    !candidates.some(({ index }) => index >= 0 && index <= lock)
  ) {
    const locker = place[lock] as PlaceLink;
    return says.locked({ name: locker.displayName });
  }
  return null;
}

/** Why no role of the actor permits it. */
export function roleRefusal(
  action: Action,
  candidates: readonly Candidate[],
  assigns: readonly Role[] = [],
): Said {
  if (candidates.length === 0) return says.noRole({ action });
  const { administrators } = ruleOf(action);
  return says.roleTooWeak({
    held: candidates.map(({ role }) => role),
    action,
    families: administrators.length === roleFamilies.length ? [] : [...administrators],
    assigns: [...assigns],
  });
}

/** Why no grant reaches the place as the action asks. */
export function relationshipRefusal(rule: ActionRule, place: Place): Said {
  const target = place[place.length - 1] as PlaceLink;
  if (rule.from === 'within') return says.onlyOwn({ name: target.displayName });
  const above = place[place.length - 2];
  if (rule.from !== 'above' || !above) return says.noGrantReaches({ name: target.displayName });
  return above.isAbove ? says.onlyLevelAbove : says.onlyAbove({ above: above.displayName });
}

/** Who did not delegate it to the level of the actor. */
export function delegationRefusal({ displayName, isAbove }: PlaceLink): Said {
  return isAbove ? says.notDelegatedAbove : says.notDelegated({ name: displayName });
}

/** Why the barrier stands in the way, from either side. */
export function barrierRefusal(action: Action, candidates: Candidate[], place: Place): Said {
  const rule = ruleOf(action);
  const target = place[place.length - 1] as PlaceLink;
  const barrier = barrierIndex(place);
  const closed = place[barrier] as PlaceLink;
  if (candidates.some((candidate) => isRightSide(rule, candidate, place))) {
    return says.temporaryAccess({ action });
  }
  if (rule.atBarrier && barrier === 0) return says.notSelfManaged({ name: target.displayName });
  if (rule.atBarrier === 'from-outside') {
    return closed.isAbove
      ? says.insideAlreadyHere
      : says.insideAlready({ name: closed.displayName });
  }
  return says.selfManaged({ name: closed.displayName });
}
