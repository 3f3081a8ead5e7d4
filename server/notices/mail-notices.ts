import { byTime } from '../core/by-time.ts';
import { HOUR } from '../core/clock.ts';
import { loadReaders } from '../callers/load-person.ts';
import { timeParameter } from '../core/db/open-database.ts';
import { Reading } from '../core/db/reading.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import type { MailContent } from '../core/mail.ts';
import { type MailText, mailTextOf } from '../core/mail-words.ts';
import type { NoticeKind } from '../core/notices.ts';
import type { Notice as View } from '../../shared/notices/contract.ts';
import { viewNotices } from './list-notices.ts';
import { Notice } from './notice.entity.ts';
import { words } from './words.ts';

/** How many people are mailed to at a time; the others a minute later. */
const BATCH = 200;

/** How long what is due waits for a reader who cannot sign in at the moment. */
const LATER = HOUR;

/**
 * Mails people what they did not read: all that is due in one mail for each, once [N4] [N5]. What
 * fails for one of them keeps none of the others from their mail.
 */
export async function mailNotices(work: Work, kinds: readonly NoticeKind[]): Promise<void> {
  const waiting = await work.read(({ em, now }) =>
    em.execute<{ account_id: string }[]>(
      `select distinct account_id from notices where mail_due_at <= ? limit ${BATCH}`,
      [timeParameter(em, now)],
    ),
  );
  const failures: unknown[] = [];
  for (const { account_id: accountId } of waiting) {
    await work
      .transaction('notice.mail', (tx) => mailTo(tx, accountId, kinds))
      .catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function mailTo(
  tx: Transaction,
  accountId: string,
  kinds: readonly NoticeKind[],
): Promise<void> {
  tx.signAs(byTime);
  const { em, now } = tx;
  const person = (await loadReaders(em, [accountId], now)).get(accountId);
  if (!person) return waitForReader(tx, accountId);
  const due = await takeDue(tx, accountId);
  if (due.length === 0) return;
  const found = await em.find(Notice, { id: { $in: due } }, { orderBy: { seq: 'asc' } });
  const notices = await viewNotices(new Reading(em, now, person), found, kinds);
  if (notices.length === 0) return;
  const to = { accountId, email: person.email, name: person.displayName };
  tx.mail({ to, write: () => letterOf(tx, notices) }, { isAwaited: false });
}

/** Whoever is suspended, or has to finish signing in, is mailed once that is over [N4]. */
async function waitForReader({ em, now }: Transaction, accountId: string): Promise<void> {
  await em.execute(
    'update notices set mail_due_at = ? where account_id = ? and mail_due_at <= ? and read_at is null',
    [timeParameter(em, new Date(now.getTime() + LATER)), accountId, timeParameter(em, now)],
  );
}

/** What is due is taken before it is mailed, so that of two nodes one mails it. */
async function takeDue({ em, now }: Transaction, accountId: string): Promise<string[]> {
  const taken = await em.execute<{ id: string }[]>(
    `update notices set mail_due_at = null
     where account_id = ? and mail_due_at <= ? and read_at is null
     returning id`,
    [accountId, timeParameter(em, now)],
  );
  return taken.map(({ id }) => id);
}

function letterOf(tx: Transaction, notices: readonly View[]): MailContent {
  const byPlace = Map.groupBy(notices, ({ organisation }) => organisation?.id);
  return {
    subject: words.news,
    lines: [
      ...[...byPlace.values()].flat().flatMap(linesOf),
      ...[words.openInbox, tx.link('/inbox'), words.choose, tx.link('/account')],
    ],
  };
}

function linesOf({ message, count }: View): MailText[] {
  return [mailTextOf(message), ...(count > 1 ? [words.several({ count })] : [])];
}
