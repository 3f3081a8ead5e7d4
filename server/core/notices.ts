import type { Said } from '../../shared/core/words/said.ts';
import type { Captured } from './changes/capture.ts';
import type { Reading } from './db/reading.ts';
import type { Transaction } from './db/transaction.ts';

/** Somebody who is to be told of a change. */
export interface NoticeDue {
  accountId: string;
  /** What it is counted with, while it is unread. */
  groupKey: string;
  recordId: string;
  organisationId: string | null;
}

/** What is known of a notice when it is read. */
export interface NoticeFacts {
  id: string;
  recordId: string;
  organisationId: string | null;
  count: number;
}

/** What a notice says to its reader now. */
export interface NoticeSaid {
  message: Said;
  href: string;
}

/** A kind of notices that a feature gives. */
export interface NoticeKind {
  readonly kind: string;
  /** The record whose changes it tells of; pages look for news when they see one. */
  readonly resource: string;
  /**
   * How it reaches people who are away: `at-once`, where its feature mails it in any case; or by
   * the mail that gathers what stayed unread, as each person chose [N4].
   */
  readonly mail: 'at-once' | 'unread';
  /** Whom a change of its record is told; asked within its transaction, with all that this one changed. */
  readonly due: (
    tx: Transaction,
    change: Captured,
    all: readonly Captured[],
  ) => Promise<readonly NoticeDue[]> | readonly NoticeDue[];
  /** What these say to the reader by what they may see now; what says nothing any more is left out [N2]. */
  readonly say: (
    reading: Reading,
    notices: readonly NoticeFacts[],
  ) => Promise<ReadonlyMap<string, NoticeSaid>>;
}

/** What each of some notices says, without those that say nothing. */
export function sayEach(
  notices: readonly NoticeFacts[],
  say: (notice: NoticeFacts) => NoticeSaid | undefined,
): Map<string, NoticeSaid> {
  return new Map(
    notices.flatMap((notice) => {
      const said = say(notice);
      return said ? [[notice.id, said] as const] : [];
    }),
  );
}
