import type { CheckName, NamedCheck } from '../core/problem.ts';
import type { Said } from '../core/words/said.ts';
import { commercialOwner } from '../organisations/hierarchy.ts';
import { type Action, ruleOf } from './actions.ts';
import { type Actor, delegationDenier, rolePermits } from './decide.ts';
import { barrierIndex, type Place, type PlaceLink, suspendedBy } from './place.ts';
import { rolesFor } from './roles.ts';
import { says } from './words.ts';

/** What would lift a check that failed, and the deed that does; `null` where nothing does. */
export interface Remedy {
  check: CheckName;
  what: Said;
  by: { action: Action; place: Place } | null;
}

/** What was asked, and of whom. */
interface Asked {
  actor: Actor;
  action: Action;
  place: Place;
}

const nothing = (what: Said) => ({ what, by: null });

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
          what: says.switchOnSubPartners({ name: owner.displayName }),
          by: { action: 'settings.allowSubPartners', place: downTo(place, owner) },
        }
      : nothing(says.ruleOfTree);
  },
  'self-provisioning': ({ actor, action, place }) => {
    const denier = delegationDenier(actor, action, place);
    return denier
      ? {
          what: says.allowInSettings({ name: denier.displayName }),
          by: { action: 'settings.edit', place: downTo(place, denier) },
        }
      : nothing(says.deniedNoMore);
  },
  barrier: (asked) => {
    const { action, actor, place } = asked;
    const index = barrierIndex(place);
    const closed = place[index] as PlaceLink;
    const rule = ruleOf(action);
    if (index === 0) return nothing(says.noBarrierHere);
    if (rule.atBarrier === 'from-outside') return nothing(says.insideNeedsNone);
    const isInside = actor.grants.some(
      ({ organisationId }) => place.findIndex(({ id }) => id === organisationId) >= index,
    );
    if (isInside) return otherRole(asked);
    return {
      what: says.openOrLetIn({ name: closed.displayName }),
      by: { action: 'organisation.setManagementMode', place: downTo(place, closed) },
    };
  },
  state: ({ action, place }) => {
    const suspended = suspendedBy(place);
    if (ruleOf(action).needsActive && suspended) {
      return {
        what: says.activate({ name: suspended.displayName }),
        by: { action: 'organisation.activate', place: downTo(place, suspended) },
      };
    }
    const target = place[place.length - 1] as PlaceLink;
    return target.lockedAt !== null && ruleOf(action).respectsLock
      ? {
          what: says.unlock({ name: target.displayName }),
          by: { action: 'organisation.unlock', place },
        }
      : nothing(says.changeAccount);
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
  if (!link || !role) return nothing(says.noRoleAllows);
  const given = { role, name: link.displayName };
  const isOnly = from === 'within' || link === place[0];
  return {
    what: isOnly ? says.giveRole(given) : says.giveRoleOrAbove(given),
    by: { action: 'grant.give', place: downTo(place, link) },
  };
}

function downTo(place: Place, link: PlaceLink): Place {
  return place.slice(0, place.indexOf(link) + 1) as unknown as Place;
}
