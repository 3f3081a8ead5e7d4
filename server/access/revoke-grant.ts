import type { TakeRole } from '../../shared/access/contract.ts';
import { isAdministrator } from '../../shared/access/roles.ts';
import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { requireAllowed, requireVisible } from '../organisations/require-organisation.ts';
import { reaches } from '../organisations/visible-organisations.ts';
import { lentRolesTaken, rolesTaken } from './events.ts';
import { Grant } from './grant.entity.ts';
import { whyNotLose } from './last-administrator.ts';
import { viewGrants } from './view-grants.ts';

/**
 * An administrator revokes a role; it has ended on the holder's open pages before this answers.
 * Open invitations made by an administrator's role are cancelled with it, unless `keep` says
 * otherwise.
 */
export function revokeGrant(work: Work, id: string, { keep }: TakeRole): Promise<void> {
  return work.transaction(
    'grant.revoke',
    async (tx) => {
      const { em, person } = tx;
      const [found] = isId(id) ? await viewGrants(em, 'id', [id]) : [];
      if (!found || !reaches(person, found.path)) throw new Refusal('not-found');
      const { place } = await requireVisible(tx, found.grant.organisation.id);
      requireAllowed(tx, 'access.view', place);
      requireAllowed(tx, 'grant.revoke', place, {
        roles: [found.grant.role],
        stateRefusal: await whyNotLose(tx, [found]),
      });

      const grant = await tx.em.findOneOrFail(Grant, { id });
      const { accountId, organisationId: from, role, expiresAt, accessRequestId } = grant;
      if (accessRequestId !== null) {
        await tx.tell(lentRolesTaken, { requestIds: [accessRequestId] });
      }
      if (isAdministrator(role) && expiresAt === null) {
        await tx.tell(rolesTaken, { accountId, from, keep });
      }
      tx.em.remove(grant);
    },
    { changesAccess: true },
  );
}
