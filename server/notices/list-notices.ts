import type { Notices } from '../../shared/notices/contract.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import type { NoticeKind, NoticeSaid } from '../core/notices.ts';
import { namesOf } from '../organisations/names-of.ts';
import { Notice } from './notice.entity.ts';

/** How many are shown: the latest. */
const MOST = 100;

/** What the caller was told of, the latest first, and how much of it is unread [N2] [N3]. */
export function listNotices(work: Work, kinds: readonly NoticeKind[]): Promise<Notices> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    const { accountId } = person;
    const found = await em.find(Notice, { accountId }, { orderBy: { seq: 'desc' }, limit: MOST });
    const said = await sayAll(reading, found, kinds);
    const names = await namesOf(
      em,
      found.map(({ organisationId }) => organisationId),
      { reachedBy: person },
    );
    const items = found.flatMap((notice) => {
      const says = said.get(notice.id);
      if (!says) return [];
      const { id, kind, count, seq, firstAt, lastAt, readAt, organisationId } = notice;
      return {
        ...{ id, kind, count, seq },
        organisation: (organisationId !== null && names.get(organisationId)) || null,
        title: says.message.detail,
        message: { ...says.message },
        href: says.href,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      };
    });
    return { items, unread: items.filter(({ readAt }) => readAt === null).length };
  });
}

async function sayAll(
  reading: Reading,
  found: readonly Notice[],
  kinds: readonly NoticeKind[],
): Promise<Map<string, NoticeSaid>> {
  const said = new Map<string, NoticeSaid>();
  for (const { kind, say } of kinds) {
    const ofKind = found.filter((notice) => notice.kind === kind);
    if (ofKind.length === 0) continue;
    for (const [id, says] of await say(reading, ofKind)) said.set(id, says);
  }
  return said;
}
