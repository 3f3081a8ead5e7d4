import { says } from '../../shared/access-requests/words.ts';
import type { AccessRequest as View, BreakGlass } from '../../shared/access-requests/contract.ts';
import { rolesFor } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { accessChanged } from '../access/events.ts';
import { glassTouched } from './events.ts';
import { tellOnlookers } from './broken-glass.ts';
import { viewRequest } from './find-request.ts';
import { isLentAt } from '../access/lent-grants.ts';
import { letIn } from './let-in.ts';
import { mailInside } from './mail-requests.ts';
import { createRequest, requireSeldom } from './request-access.ts';

/**
 * Emergency access lets an administrator of the platform in at once, for hours, without anybody's
 * leave: for emergencies. Those inside see it as it happens, and can end it.
 */
export function breakGlass(
  work: Work,
  organisationId: string,
  { reason, hours }: BreakGlass,
): Promise<View> {
  return work.transaction(
    'access.breakGlass',
    async (tx) => {
      const { person } = tx;
      const { organisation } = await requireOrganisation(tx, organisationId, 'access.breakGlass');
      await tx.tell(glassTouched, { person });
      const [role] = rolesFor(organisation.kind);
      if (!role) throw new Error(`No role fits a ${organisation.kind}.`);
      if (await isLentAt(tx, person.accountId, organisation.id)) {
        throw new Refusal('grant.exists', says.endFirst);
      }

      requireSeldom(work, tx, organisation.id);
      const request = createRequest(tx, {
        kind: 'break-glass',
        organisationId: organisation.id,
        role,
        reason,
        hours,
      });
      await letIn(tx, request);
      await tx.tell(accessChanged, { accountId: person.accountId });
      await tellOnlookers(tx);
      await mailInside(tx, request);

      await tx.em.flush();
      return viewRequest(request);
    },
    { changesAccess: true },
  );
}
