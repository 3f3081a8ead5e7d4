import type { AccessRequest as View } from '../../shared/access-requests/contract.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { requireAllowed } from '../organisations/require-organisation.ts';
import { accessChanged } from '../access/events.ts';
import { tellOnlookers } from './broken-glass.ts';
import { findRequest, viewRequest } from './find-request.ts';
import { takeLentGrant } from '../access/lent-grants.ts';
import { mailGuest } from './mail-requests.ts';

/**
 * An administrator ends access through the barrier at once, from either side; on open pages too.
 */
export function endAccess(work: Work, id: string): Promise<View> {
  return work.transaction(
    'access.end',
    async (tx) => {
      const { request, isOwn, place } = await findRequest(tx, id);
      if (!isOwn) requireAllowed(tx, 'access.end', place, { roles: [request.role] });
      if (request.status !== 'approved') throw new Refusal('access-request.over');

      request.close(tx.now, tx.person);
      await takeLentGrant(tx, id);
      await tx.tell(accessChanged, { accountId: request.accountId });
      if (request.kind === 'break-glass') await tellOnlookers(tx);
      await mailGuest(tx, request);

      await tx.em.flush();
      return viewRequest(request);
    },
    { changesAccess: true },
  );
}
