import { byTime } from '../core/by-time.ts';
import type { Transaction, Work } from '../core/db/work.ts';
import { AccessRequest } from './access-request.entity.ts';
import { tellOnlookers } from './broken-glass.ts';
import { Grant } from './grant.entity.ts';
import { lapsedBefore } from './request-access.ts';
import type { LookAgain } from './request-services.ts';

/**
 * Ends access whose time is over, and requests that nobody answered. It opened nothing any more
 * from that moment; this tells everybody, in the log's order, and takes sockets out of their rooms.
 */
export function expireAccess(work: Work, lookAgain: LookAgain): Promise<void> {
  return work.transaction(
    'access.expire',
    async (tx) => {
      tx.signAs(byTime);
      const over = await findOver(tx);
      for (const request of over) {
        request.close(tx.now, null);
        tx.em.remove(await tx.em.find(Grant, { accessRequestId: request.id }));
        await lookAgain(tx, request.accountId);
      }
      if (over.some(({ kind }) => kind === 'break-glass')) await tellOnlookers(tx, lookAgain);
      for (const request of await findUnanswered(tx)) {
        request.status = 'lapsed';
        request.endedAt = tx.now;
        await lookAgain(tx, request.accountId);
      }
    },
    { changesAccess: true },
  );
}

function findOver({ em, now }: Transaction): Promise<AccessRequest[]> {
  return em.find(AccessRequest, { status: 'approved', expiresAt: { $lte: now } });
}

function findUnanswered({ em, now }: Transaction): Promise<AccessRequest[]> {
  return em.find(AccessRequest, { status: 'pending', createdAt: { $lte: lapsedBefore(now) } });
}
