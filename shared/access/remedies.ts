import { isolated } from '../core/isolated.ts';
import type { CheckName, NamedCheck } from '../core/problem.ts';
import { commercialOwner } from '../organisations/hierarchy.ts';
import { type Action, ruleOf } from './actions.ts';
import {
  type Actor,
  barrierIndex,
  delegationDenier,
  type Place,
  type PlaceLink,
  rolePermits,
  suspendedBy,
} from './decide.ts';
import { rolesFor, roleTitle } from './roles.ts';

/** What would lift a check that failed, and the deed that does; `null` where nothing does. */
export interface Remedy {
  check: CheckName;
  what: string;
  by: { action: Action; place: Place } | null;
}

/** What was asked, and of whom. */
interface Asked {
  actor: Actor;
  action: Action;
  place: Place;
}

const nothing = (what: string) => ({ what, by: null });

/** For each check that failed: what would lift it. One may have to lift several. */
export function remediesFor(asked: Asked, checks: readonly NamedCheck[]): Remedy[] {
  return checks
    .filter(({ ok }) => !ok)
    .map(({ name }) => ({ check: name, ...remedies[name](asked) }));
}

const remedies: Record<CheckName, (asked: Asked) => Omit<Remedy, 'check'>> = {
  role: otherRole,
  relationship: otherRole,
  parent: ({ action, place }) => {
    const owner = commercialOwner(place);
    const isOption =
      ruleOf(action).child === 'partner' && owner?.kind === 'partner' && !owner.subPartners;
    return isOption
      ? {
          what: `Switch on the option of ${isolated(owner.displayName)} for sub-partners.`,
          by: { action: 'settings.allowSubPartners', place: downTo(place, owner) },
        }
      : nothing('It is a rule of the tree, which nobody can lift.');
  },
  'self-provisioning': ({ actor, action, place }) => {
    const denier = delegationDenier(actor, action, place);
    return denier
      ? {
          what: `Allow it in the settings of ${isolated(denier.displayName)}.`,
          by: { action: 'settings.edit', place: downTo(place, denier) },
        }
      : nothing('Nobody denies it any more.');
  },
  barrier: (asked) => {
    const { action, actor, place } = asked;
    const index = barrierIndex(place);
    const closed = place[index] as PlaceLink;
    const rule = ruleOf(action);
    if (index === 0) return nothing('There is no barrier here, so it is not needed.');
    if (rule.atBarrier === 'from outside') return nothing('Whoever is inside does not need it.');
    const isInside = actor.grants.some(
      ({ organisationId }) => place.findIndex(({ id }) => id === organisationId) >= index,
    );
    if (isInside) return otherRole(asked);
    return {
      what: `Open ${isolated(closed.displayName)} to those above, or let this person in for a time.`,
      by: { action: 'organisation.setManagementMode', place: downTo(place, closed) },
    };
  },
  state: ({ action, place }) => {
    const suspended = suspendedBy(place);
    if (ruleOf(action).needsActive && suspended) {
      return {
        what: `Activate ${isolated(suspended.displayName)}.`,
        by: { action: 'organisation.activate', place: downTo(place, suspended) },
      };
    }
    const target = place[place.length - 1] as PlaceLink;
    return target.lockedAt !== null && ruleOf(action).respectsLock
      ? {
          what: `Unlock ${isolated(target.displayName)}.`,
          by: { action: 'organisation.unlock', place },
        }
      : nothing('Whoever looks after the account can change that.');
  },
};

/** The nearest place at which a role that may do it can be given to them. */
function otherRole({ action, place }: Asked): Omit<Remedy, 'check'> {
  const { from } = ruleOf(action);
  const reaching =
    from === 'above' ? place.slice(0, -1) : from === 'within' ? place.slice(-1) : place;
  const fits = ({ kind }: PlaceLink) => rolesFor(kind).find((role) => rolePermits(action, role));
  const link = reaching.findLast((each) => fits(each) !== undefined);
  const role = link && fits(link);
  if (!link || !role) return nothing('No role lets anybody do this here.');
  const orAbove = from === 'within' || link === place[0] ? '' : ', or one further up';
  return {
    what: `Give the role ${roleTitle(role)} at ${isolated(link.displayName)}${orAbove}.`,
    by: { action: 'grant.give', place: downTo(place, link) },
  };
}

function downTo(place: Place, link: PlaceLink): Place {
  return place.slice(0, place.indexOf(link) + 1) as unknown as Place;
}
