import type { NamedCheck } from '../core/problem.ts';
import type { Said } from '../core/words/said.ts';
import type { SelfProvisioningKey } from '../organisations/contract.ts';
import { effectiveDelegation } from '../organisations/delegation.ts';
import type { Branch, OrganisationKind } from '../organisations/hierarchy.ts';
import { type Action, type ActionRule, ruleOf } from './actions.ts';
import type { Place, PlaceLink } from './place.ts';
import { isAdministrator, mayAssign, type Role, roleFamily } from './roles.ts';
import {
  barrierRefusal,
  type Candidate,
  delegationRefusal,
  isRightSide,
  relationshipRefusal,
  roleRefusal,
  whyNotHere,
  whyNotNow,
} from './why-not.ts';
import { says } from './words.ts';

/** What a decision needs to know of a person: the roles held and where. */
export interface Actor {
  accountId: string;
  grants: readonly {
    role: Role;
    organisationId: string;
    /** When it ends by itself, where it does: access through a barrier for a time. */
    expiresAt?: string | null;
  }[];
}

/** What only some actions look at. */
export interface DecisionFacts {
  /** Roles that would be given or taken, or that the account acted on holds. */
  roles?: readonly Role[];
  /** The organisation that would move here, and what comes along. */
  branch?: Partial<Branch> & { kind: OrganisationKind };
  /** What the record's own state forbids (not empty, the last administrator, …). */
  stateRefusal?: Said | null;
}

/** The answer, and every check that led to it, in the order in which they are shown. */
export interface Decision {
  allowed: boolean;
  checks: NamedCheck[];
}

/**
 * The one access decision: may this actor do this, here? Pure; the server enforces it and the
 * client greys out buttons with it. A grant must pass every check that concerns it; the checks
 * are evaluated on the grants that passed the ones before, so the first that fails is the reason.
 * The barrier is a denial: no role and no delegation overrides it.
 */
export function decide(
  actor: Actor,
  action: Action,
  place: Place,
  facts: DecisionFacts = {},
): Decision {
  const rule = ruleOf(action);
  const target = place[place.length - 1] as PlaceLink;
  const checks: NamedCheck[] = [];
  let candidates: Candidate[] = actor.grants.map(({ role, organisationId, expiresAt = null }) => ({
    role,
    index: place.findIndex((link) => link.id === organisationId),
    isTemporary: expiresAt !== null,
  }));

  const narrow = (
    name: NamedCheck['name'],
    keep: (candidate: Candidate) => boolean,
    yes: Said,
    no: () => Said,
  ) => {
    const kept = candidates.filter(keep);
    checks.push({ name, ok: kept.length > 0, ...(kept.length > 0 ? yes : no()) });
    if (kept.length > 0) candidates = kept;
  };

  const reaching = candidates.filter(({ index }) => index >= 0);
  if (reaching.length > 0) candidates = reaching;

  narrow(
    'role',
    ({ role }) =>
      permits(rule, role) && (facts.roles ?? []).every((other) => mayAssign(role, other)),
    says.roleHeld({ action }),
    () => roleRefusal(action, candidates, facts.roles),
  );
  narrow(
    'relationship',
    ({ index }) => reaches(rule, index, place),
    says.inScope,
    () => relationshipRefusal(rule, place),
  );

  const parentRefusal = whyNotHere(rule, target, place, facts);
  if (rule.child || facts.branch || !rule.at.includes(target.kind)) {
    checks.push({
      name: 'parent',
      ok: parentRefusal === null,
      ...(parentRefusal ?? says.canHold({ name: target.displayName })),
    });
  }

  if (rule.delegation) {
    const denials = new Map(
      candidates.map((candidate) => [candidate, deniedBy(rule, candidate, place)]),
    );
    const [denial] = [...denials.values()].filter((link) => link !== null);
    narrow(
      'self-provisioning',
      (candidate) => denials.get(candidate) === null,
      says.delegated,
      () => delegationRefusal(denial ?? target),
    );
  }

  const needsLasting =
    rule.lasting === 'always' || (rule.lasting === 'with-roles' && (facts.roles ?? []).length > 0);
  if (rule.inside || rule.atBarrier) {
    narrow(
      'barrier',
      (candidate) =>
        isRightSide(rule, candidate, place) && !(needsLasting && candidate.isTemporary),
      rule.atBarrier === 'from-outside' ? says.passableBarrier : says.noBarrier,
      () => barrierRefusal(action, candidates, place),
    );
  }

  const stateRefusal = whyNotNow(rule, candidates, place) ?? facts.stateRefusal ?? null;
  if (rule.needsActive || rule.respectsLock || facts.stateRefusal !== undefined) {
    checks.push({
      name: 'state',
      ok: stateRefusal === null,
      ...(stateRefusal ?? says.stateAllows),
    });
  }

  return { allowed: checks.every((check) => check.ok), checks };
}

/** Whether any grant of the actor reaches the place, so that it exists for them at all. */
export function isInScope(actor: Actor, path: readonly { id: string }[]): boolean {
  return actor.grants.some((grant) => path.some((link) => link.id === grant.organisationId));
}

/**
 * Who denies a delegated action to a level: the topmost organisation above `below` that says
 * deny, or the platform by default; `null` where it is allowed. Platform grants are exempt.
 */
export function delegationDeniedBy(
  key: SelfProvisioningKey,
  above: readonly PlaceLink[],
): PlaceLink | null {
  const { value, from } = effectiveDelegation(key, above);
  return value === 'deny' ? (from ?? null) : null;
}

/** The level that denies a delegated action to the actor, if one does. */
export function delegationDenier(actor: Actor, action: Action, place: Place): PlaceLink | null {
  const rule = ruleOf(action);
  for (const { role, organisationId } of actor.grants) {
    const index = place.findIndex(({ id }) => id === organisationId);
    const denier = deniedBy(rule, { role, index, isTemporary: false }, place);
    if (index >= 0 && denier) return denier;
  }
  return null;
}

/** Whether the role may do it anywhere at all; where, and whether now, `decide` says. */
export function rolePermits(action: Action, role: Role): boolean {
  return permits(ruleOf(action), role);
}

function permits(rule: ActionRule, role: Role): boolean {
  return (isAdministrator(role) ? rule.administrators : rule.readers).includes(roleFamily(role));
}

function reaches(rule: ActionRule, index: number, place: Place): boolean {
  const last = place.length - 1;
  if (rule.from === 'above') return index >= 0 && index < last;
  if (rule.from === 'within') return index === last;
  return index >= 0;
}

function deniedBy(rule: ActionRule, { role, index }: Candidate, place: Place): PlaceLink | null {
  const key = rule.delegation?.[roleFamily(role)];
  return key ? delegationDeniedBy(key, place.slice(0, Math.max(index, 0))) : null;
}
