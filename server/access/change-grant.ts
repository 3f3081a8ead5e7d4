import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/access/words.ts';
import type { ChangeGrant, Grant as View } from '../../shared/access/contract.ts';
import { isAdministrator } from '../../shared/access/roles.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { isBelow } from '../../shared/organisations/path.ts';
import { type ExpectedVersion, mergeEdit } from '../core/changes/merge-edit.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { requireAllowed, requireVisible } from '../organisations/require-organisation.ts';
import { reaches } from '../organisations/visible-organisations.ts';
import { lentRolesTaken, rolesTaken } from './events.ts';
import { requireGrantableAt } from './give-grant.ts';
import { Grant } from './grant.entity.ts';
import { whyNotLose } from './last-administrator.ts';
import { grantPublication } from './publications.ts';
import { type LocatedGrant, viewGrants } from './view-grants.ts';

/** The new role, and the version of the grant that the caller saw. */
export interface GrantEdit {
  patch: ChangeGrant;
  expected: ExpectedVersion;
}

/**
 * An administrator replaces a role at the same place in one transaction: its holder is never
 * without a role, and no page closes that both roles open. The caller needs the permissions to
 * revoke the old role and to give the new one.
 */
export function changeGrant(work: Work, id: string, { patch, expected }: GrantEdit): Promise<View> {
  return work.transaction(
    'grant.change',
    async (tx) => {
      const { em, person } = tx;
      const [found] = isId(id) ? await viewGrants(em, 'id', [id]) : [];
      if (!found || !reaches(person, found.path)) throw new Refusal('not-found');
      const { role, organisation } = found.grant;
      const { place } = await requireVisible(tx, organisation.id);
      requireAllowed(tx, 'access.view', place);
      const stateRefusal = await whyNotChange(tx, found, patch);
      requireAllowed(tx, 'grant.revoke', place, { roles: [role], stateRefusal });
      requireAllowed(tx, 'grant.give', place, { roles: [patch.role] });
      requireGrantableAt(patch.role, organisation.kind);

      const grant = await em.findOneOrFail(Grant, { id });
      const columns = await mergeEdit(tx, grantPublication, grant, patch, expected);
      if (Object.keys(columns).length > 0) {
        const isDemoted = isAdministrator(role) && !isAdministrator(patch.role);
        if (isDemoted) await demote(tx, found);
        Object.assign(grant, columns);
      }

      await em.flush();
      return { ...found.grant, role: grant.role, version: grant.version };
    },
    { changesAccess: true },
  );
}

async function whyNotChange(
  tx: Transaction,
  found: LocatedGrant,
  { role }: ChangeGrant,
): Promise<Said | null> {
  if (found.grant.expiresAt !== null) {
    return says.temporaryStays;
  }
  return isAdministrator(role) ? null : whyNotLose(tx, [found]);
}

/**
 * A demotion ends what depended on the administrator's role, as revoking it does: open invitations
 * made by it, and temporary access through barriers below.
 */
async function demote(tx: Transaction, { grant, path }: LocatedGrant): Promise<void> {
  const { accountId } = grant;
  const from = grant.organisation.id;
  await tx.tell(rolesTaken, { accountId, from, keep: undefined });

  const held = await viewGrants(tx.em, 'accountId', [accountId]);
  const others = held.filter(
    (other) =>
      other.grant.id !== grant.id &&
      other.grant.expiresAt === null &&
      isAdministrator(other.grant.role),
  );
  const guests = held.filter(
    (guest) =>
      guest.grant.expiresAt !== null &&
      isBelow(guest.path, path) &&
      !others.some((other) => isBelow(guest.path, other.path)),
  );
  const ids = guests.map((guest) => guest.grant.id);
  const ending = await tx.em.find(Grant, { id: { $in: ids } });
  const requestIds = ending.flatMap(({ accessRequestId }) => accessRequestId ?? []);
  await tx.tell(lentRolesTaken, { requestIds });
  tx.em.remove(ending);
}
