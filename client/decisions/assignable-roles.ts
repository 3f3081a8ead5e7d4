import { isAdministrator, rolesFor, roleTitle, type Role } from '../../shared/access/roles.ts';
import type { Place } from '../../shared/access/place.ts';
import type { Session } from '../core/session.svelte.ts';
import type { Live } from '../live/live.svelte.ts';
import { allowed, reasonAgainst } from '../live/place.ts';
import { words } from './words.ts';

/** A role to choose from; `disabledReason` says why this person may not give it. */
export interface AssignableRole {
  value: Role;
  label: string;
  hint: string;
  disabledReason?: string | undefined;
}

/** The roles that exist at a place, each with the reason where this person may not give it. */
export function assignableRoles(
  live: Live,
  session: Session,
  action: 'account.invite' | 'grant.give' | 'access.request',
  place: Place,
): AssignableRole[] {
  const here = place[place.length - 1] ?? place[0];
  return rolesFor(here.kind).map((role) => ({
    value: role,
    label: roleTitle(role),
    hint: isAdministrator(role)
      ? words.seesAndChanges({ name: here.displayName })
      : words.seesOnly({ name: here.displayName }),
    disabledReason: reasonAgainst(allowed(live, session, action, place, { roles: [role] })),
  }));
}
