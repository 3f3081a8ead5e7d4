import { says as coreSays } from '../../shared/core/words.ts';
import { says } from '../../shared/access-requests/words.ts';
import {
  type AccessRequest as View,
  REQUEST_LAPSES_AFTER,
  type RequestAccess,
} from '../../shared/access-requests/contract.ts';
import { Refusal, refuseFor } from '../../shared/core/refusals.ts';
import { DAY } from '../core/clock.ts';
import { flushOr } from '../core/db/flush-or.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { requireOrganisation } from '../organisations/require-organisation.ts';
import { accessChanged } from '../access/events.ts';
import { AccessRequest } from './access-request.entity.ts';
import { findRequest, viewRequest } from './find-request.ts';
import { requireGrantableAt } from '../access/give-grant.ts';
import { requireNoLastingGrant } from '../access/lent-grants.ts';
import { mailInside } from './mail-requests.ts';

/**
 * An administrator above asks those behind a barrier for access in there. While access runs,
 * another request asks for its renewal; one that waits is enough.
 */
export function requestAccess(
  work: Work,
  organisationId: string,
  { role, reason, days }: RequestAccess,
): Promise<View> {
  return work.transaction(
    'access.request',
    async (tx) => {
      const { organisation } = await requireOrganisation(tx, organisationId, 'access.request', {
        roles: [role],
      });
      requireGrantableAt(role, organisation.kind);
      await requireNoLastingGrant(tx, tx.person.accountId, organisation.id);
      requireSeldom(work, tx, organisation.id);

      const request = createRequest(tx, {
        kind: 'request',
        organisationId: organisation.id,
        role,
        reason,
        hours: days * 24,
      });
      await tx.tell(accessChanged, { accountId: tx.person.accountId });
      await mailInside(tx, request);

      await flushOr(tx, 'access_requests.account_id', () => new Refusal('access-request.pending'));
      return viewRequest(request);
    },
    { changesAccess: true },
  );
}

/** Each request mails those inside, so taking it back and asking again is bounded. */
export function requireSeldom({ bounds }: Work, { person }: Transaction, organisationId: string) {
  const key = `${person.accountId} ${organisationId}`;
  bounds.require('access-requests', key, coreSays.askedOften);
}

/** Whoever asked takes the request back. */
export function withdrawRequest(work: Work, id: string): Promise<View> {
  return work.transaction(
    'access.withdraw',
    async (tx) => {
      const { request, isOwn } = await findRequest(tx, id);
      if (!isOwn) {
        throw refuseFor('relationship', says.notYours({ name: request.accountName }));
      }
      requirePending(request, tx.now);

      request.status = 'withdrawn';
      request.endedAt = tx.now;
      await tx.tell(accessChanged, { accountId: request.accountId });

      await tx.em.flush();
      return viewRequest(request);
    },
    { changesAccess: true },
  );
}

/** A new request in the name of whoever calls. */
export function createRequest(
  tx: Transaction,
  asked: Pick<AccessRequest, 'kind' | 'organisationId' | 'role' | 'reason' | 'hours'>,
): AccessRequest {
  return tx.em.create(AccessRequest, {
    ...asked,
    id: newId(),
    accountId: tx.person.accountId,
    accountName: tx.person.displayName,
    status: 'pending',
    createdAt: tx.now,
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
    answer: null,
    expiresAt: null,
    endedById: null,
    endedByName: null,
    endedAt: null,
    remindedDays: null,
  });
}

/** The guard refuses what was answered, taken back, or has waited for too long. */
export function requirePending({ status, createdAt }: AccessRequest, now: Date): void {
  if (status === 'pending' && createdAt > lapsedBefore(now)) return;
  throw new Refusal('access-request.decided');
}

/** What was asked for before this moment, and is unanswered, has lapsed. */
export function lapsedBefore(now: Date): Date {
  return new Date(now.getTime() - REQUEST_LAPSES_AFTER * DAY);
}
