import { says } from '../../shared/access-requests/words.ts';
import type {
  AccessRequest as View,
  RefuseRequest,
} from '../../shared/access-requests/contract.ts';
import { decide } from '../../shared/access/decide.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { requireAllowed } from '../organisations/require-organisation.ts';
import { accessChanged } from '../access/events.ts';
import { readGuest } from './addressees.ts';
import { findRequest, type LocatedRequest, viewRequest } from './find-request.ts';
import { letIn } from './let-in.ts';
import { mailGuest } from './mail-requests.ts';
import { requirePending } from './request-access.ts';
import { viewGrants } from '../access/view-grants.ts';

/**
 * An administrator inside lets somebody in for the time that they asked for; it counts from now.
 */
export function approveRequest(work: Work, id: string): Promise<View> {
  return work.transaction(
    'access.approve',
    async (tx) => {
      const located = await requireAnswerable(tx, id);
      await requireStillEntitled(tx, located);
      const { request } = located;

      await letIn(tx, request);
      await tx.tell(accessChanged, { accountId: request.accountId });
      await mailGuest(tx, request);

      await tx.em.flush();
      return viewRequest(request);
    },
    { changesAccess: true },
  );
}

/** An administrator inside says no, with a reason or without. */
export function refuseRequest(
  work: Work,
  id: string,
  { reason = '' }: RefuseRequest,
): Promise<View> {
  return work.transaction(
    'access.refuse',
    async (tx) => {
      const { request } = await requireAnswerable(tx, id);

      request.decide('refused', tx.person, tx.now);
      request.answer = reason === '' ? null : reason;
      await tx.tell(accessChanged, { accountId: request.accountId });
      await mailGuest(tx, request);

      await tx.em.flush();
      return viewRequest(request);
    },
    { changesAccess: true },
  );
}

/** The request, if the caller may answer it: from inside, and never one's own. */
async function requireAnswerable(tx: Transaction, id: string): Promise<LocatedRequest> {
  const located = await findRequest(tx, id);
  const isOwn = located.request.accountId === tx.person.accountId;
  requireAllowed(tx, 'access.answer', located.place, {
    roles: [located.request.role],
    ...(isOwn && { stateRefusal: says.ownRequest }),
  });
  requirePending(located.request, tx.now);
  return located;
}

/** Who asked may have lost the role above since, or been shut out: then there is nobody to let in. */
async function requireStillEntitled(
  tx: Transaction,
  { request: { accountId, role }, place }: LocatedRequest,
): Promise<void> {
  const { em } = tx;
  const isShutOut = (await readGuest(tx, { accountId })).length === 0;
  const held = isShutOut ? [] : await viewGrants(em, 'accountId', [accountId]);
  const grants = held.map(({ grant }) => ({
    role: grant.role,
    organisationId: grant.organisation.id,
    expiresAt: grant.expiresAt,
  }));
  const { allowed } = decide({ accountId, grants }, 'access.request', place, { roles: [role] });
  if (!allowed) throw new Refusal('access-request.void');
}
