import type { NamedCheck } from '../core/problem.ts';
import type { Said } from '../core/words/said.ts';
import type {
  ManagementMode,
  OrganisationStatus,
  SelfProvisioning,
  SelfProvisioningKey,
} from '../organisations/contract.ts';
import { effectiveDelegation } from '../organisations/delegation.ts';
import { type Branch, type OrganisationKind, whyNotBelow } from '../organisations/hierarchy.ts';
import type { MfaRule } from '../organisations/mfa-rule.ts';
import type { SignInPaths } from '../organisations/sign-in-paths.ts';
import { type Action, type ActionRule, ruleOf } from './actions.ts';
import { isAdministrator, mayAssign, type Role, roleFamilies, roleFamily } from './roles.ts';
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

/** What a decision needs to know of one organisation of the way down. */
export interface PlaceLink {
  id: string;
  kind: OrganisationKind;
  displayName: string;
  status: OrganisationStatus;
  managementMode: ManagementMode;
  lockedAt: string | null;
  subPartners: boolean;
  selfProvisioning: SelfProvisioning;
  /** Of whom it asks a second factor; absent where it asks nobody. */
  mfa?: MfaRule | undefined;
  /** By which paths its people sign in; absent where it leaves that as it is above. */
  signInPaths?: SignInPaths | undefined;
  /**
   * Set where whoever asks may not look into it: what it says is what is in force at their grant,
   * whichever level above says so, and sentences do not name it.
   */
  isAbove?: true;
}

/** The way from the platform (first) to the organisation that is acted on (last). */
export type Place = readonly [PlaceLink, ...PlaceLink[]];

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

interface Candidate {
  role: Role;
  index: number;
  isTemporary: boolean;
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

/** The index of the innermost self-managed organisation of the way; 0 where nothing is closed. */
export function barrierIndex(place: readonly Pick<PlaceLink, 'managementMode'>[]): number {
  return Math.max(
    0,
    place.findLastIndex((link) => link.managementMode === 'self-managed'),
  );
}

/** The organisation of the way, topmost first, that is suspended and so suspends the rest [H8]. */
export function suspendedBy<Link extends Pick<PlaceLink, 'status'>>(
  place: readonly Link[],
): Link | undefined {
  return place.find((link) => link.status === 'suspended');
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

function isRightSide(rule: ActionRule, { index }: Candidate, place: Place): boolean {
  const barrier = barrierIndex(place);
  if (rule.atBarrier === 'from-outside') return barrier > 0 && index < barrier;
  if (rule.atBarrier === 'from-inside') return barrier > 0 && index >= barrier;
  return barrier === 0 || index >= barrier;
}

function deniedBy(rule: ActionRule, { role, index }: Candidate, place: Place): PlaceLink | null {
  const key = rule.delegation?.[roleFamily(role)];
  return key ? delegationDeniedBy(key, place.slice(0, Math.max(index, 0))) : null;
}

function whyNotHere(rule: ActionRule, target: PlaceLink, place: Place, facts: DecisionFacts) {
  if (!rule.at.includes(target.kind)) return says.notAtKind({ kind: target.kind });
  if (facts.branch) return whyNotBelow(place, facts.branch.kind, facts.branch);
  return rule.child ? whyNotBelow(place, rule.child) : null;
}

function whyNotNow(rule: ActionRule, candidates: Candidate[], place: Place): Said | null {
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

function roleRefusal(
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

function relationshipRefusal(rule: ActionRule, place: Place): Said {
  const target = place[place.length - 1] as PlaceLink;
  if (rule.from === 'within') return says.onlyOwn({ name: target.displayName });
  const above = place[place.length - 2];
  if (rule.from !== 'above' || !above) return says.noGrantReaches({ name: target.displayName });
  return above.isAbove ? says.onlyLevelAbove : says.onlyAbove({ above: above.displayName });
}

function delegationRefusal({ displayName, isAbove }: PlaceLink): Said {
  return isAbove ? says.notDelegatedAbove : says.notDelegated({ name: displayName });
}

function barrierRefusal(action: Action, candidates: Candidate[], place: Place): Said {
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
