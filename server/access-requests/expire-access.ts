import { byTime } from '../core/by-time.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { accessChanged } from '../access/events.ts';
import { AccessRequest } from './access-request.entity.ts';
import { tellOnlookers } from './broken-glass.ts';
import { endStrays } from './end-strays.ts';
import { takeLentGrant } from '../access/lent-grants.ts';
import { lapsedBefore } from './request-access.ts';

/**
 * The sweep ends access whose time is over, and requests that nobody answered. It opened nothing
 * any more from that moment; this tells everybody, in the log's order, and takes sockets out of
 * their rooms. Access that no role carries, of a database that was written by other means, ends
 * along with it.
 */
export function expireAccess(work: Work): Promise<void> {
  return work.transaction(
    'access.expire',
    async (tx) => {
      tx.signAs(byTime);
      const over = await findOver(tx);
      for (const request of over) {
        request.close(tx.now, null);
        await takeLentGrant(tx, request.id);
        await tx.tell(accessChanged, { accountId: request.accountId });
      }
      if (over.some(({ kind }) => kind === 'break-glass')) await tellOnlookers(tx);
      for (const request of await findUnanswered(tx)) {
        request.status = 'lapsed';
        request.endedAt = tx.now;
        await tx.tell(accessChanged, { accountId: request.accountId });
      }
      await tx.em.flush();
      await endStrays(tx);
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
