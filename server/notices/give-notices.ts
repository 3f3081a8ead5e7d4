import type { Captured } from '../core/changes/capture.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { NoticeDue, NoticeKind } from '../core/notices.ts';
import { newId } from '../core/new-id.ts';
import { readMailDue } from './mail-ways.ts';
import { Notice } from './notice.entity.ts';
import { NoticePreferences } from './notice-preferences.entity.ts';

/** A notice that is due, and of which kind. */
type Due = NoticeDue & { kind: string };

/**
 * The server tells people of what a transaction did, within it: a notice is there when the change
 * is, and never without it. Nobody is told of their own deeds.
 */
export async function giveNotices(
  tx: Transaction,
  captured: readonly Captured[],
  kinds: readonly NoticeKind[],
): Promise<void> {
  if (captured.length === 0) return;
  await tx.em.flush(); // what others settled before is told too
  await forgetAccounts(tx, captured);
  const due: Due[] = [];
  for (const change of captured) {
    for (const { kind, resource, due: dueTo } of kinds) {
      if (resource !== change.publication.resource) continue;
      const found = await dueTo(tx, change, captured);
      due.push(...found.map((each) => ({ ...each, kind })));
    }
  }
  if (due.length === 0) return;
  const author = tx.signature.id;
  const people = await peopleAmong(
    tx.em,
    due.map(({ accountId }) => accountId),
  );
  const others = due.filter(({ accountId }) => accountId !== author && people.has(accountId));
  const ids = others.map(({ accountId }) => accountId);
  const mailDue = await readMailDue(tx.em, ids, { kinds, now: tx.now });
  for (const each of others) await give(tx, each, mailDue(each.accountId, each.kind));
}

/** Programs are told of nothing. */
async function peopleAmong(
  em: Transaction['em'],
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from accounts where type <> 'machine' and id in (${marksFor(accountIds)})`,
    [...accountIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** One that is unread and of the same group counts one more [N1]. */
async function give(
  { em, now }: Transaction,
  { accountId, groupKey, kind, recordId, organisationId }: Due,
  mailDueAt: Date | null,
): Promise<void> {
  const seq = (await lastSeq(em, accountId)) + 1;
  const unread = await em.findOne(Notice, { accountId, groupKey, readAt: null });
  if (unread) {
    Object.assign(unread, { recordId, seq, count: unread.count + 1, lastAt: now });
    unread.mailDueAt ??= mailDueAt;
  } else {
    em.create(Notice, {
      ...{ id: newId(), accountId, kind, groupKey, recordId, organisationId, seq },
      ...{ count: 1, firstAt: now, lastAt: now, readAt: null, mailDueAt },
    });
  }
  await em.flush();
}

async function lastSeq(em: Transaction['em'], accountId: string): Promise<number> {
  const [last] = await em.find(Notice, { accountId }, { orderBy: { seq: 'desc' }, limit: 1 });
  return last?.seq ?? 0;
}

/** Who goes is told nothing any more. */
async function forgetAccounts({ em }: Transaction, captured: readonly Captured[]): Promise<void> {
  const gone = captured.filter(
    ({ publication, op }) => publication.resource === 'account' && op === 'delete',
  );
  if (gone.length === 0) return;
  const ids = gone.map(({ recordId }) => recordId);
  em.remove(await em.find(Notice, { accountId: { $in: ids } }));
  em.remove(await em.find(NoticePreferences, { accountId: { $in: ids } }));
}
