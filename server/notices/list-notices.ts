import type { Notice as View, Notices } from '../../shared/notices/contract.ts';
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
    const { accountId } = reading.person;
    const latest = { orderBy: { seq: 'desc' }, limit: MOST } as const;
    const found = await reading.em.find(Notice, { accountId }, latest);
    const items = await viewNotices(reading, found, kinds);
    return { items, unread: items.filter(({ readAt }) => readAt === null).length };
  });
}

/** What notices say to their reader now; without those that say nothing [N2]. */
export async function viewNotices(
  reading: Reading,
  notices: readonly Notice[],
  kinds: readonly NoticeKind[],
): Promise<View[]> {
  const { em, person } = reading;
  const said = await sayAll(reading, notices, kinds);
  const places = notices.map(({ organisationId }) => organisationId);
  const names = await namesOf(em, places, { reachedBy: person });
  return notices.flatMap((notice) => {
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
