import { isId } from '../../shared/core/ids.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { ReadNotices } from '../../shared/notices/contract.ts';
import type { Work } from '../core/db/work.ts';
import { Notice } from './notice.entity.ts';

/**
 * The reader takes all as read up to the one that was shown last; what came meanwhile stays unread.
 */
export function readNotices(work: Work, { upTo }: ReadNotices): Promise<void> {
  return work.transaction('notice.read', async (tx) => {
    const { accountId } = tx.person;
    const unread = await tx.em.find(Notice, { accountId, readAt: null, seq: { $lte: upTo } });
    for (const notice of unread) read(notice, tx.now);
  });
}

/** The reader takes one as read. */
export function readNotice(work: Work, id: string): Promise<void> {
  return work.transaction('notice.read', async (tx) => {
    const { accountId } = tx.person;
    const notice = isId(id) ? await tx.em.findOne(Notice, { id, accountId }) : null;
    if (!notice) throw new Refusal('not-found');
    if (notice.readAt === null) read(notice, tx.now);
  });
}

/** What was read is not mailed [N4]. */
function read(notice: Notice, now: Date): void {
  Object.assign(notice, { readAt: now, mailDueAt: null });
}
