import type { Mailer } from '../core/mail.ts';
import type { Person } from '../core/db/person.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Transaction } from '../core/db/transaction.ts';

/** What access through a barrier takes from higher features; composed by the app. */
export interface RequestServices {
  /** Refuses to whoever has not shown of late that it is still the same person. */
  requireRecent: (reading: Reading, person: Person) => void;
  /** Has what is open on an account's sessions look again: its holder is outside, and is told so. */
  lookAgain: LookAgain;
  mailer: Mailer;
}

/** Cancels the open invitations that an account made, by roles held at `from` or anywhere. */
export type CancelInvitations = (
  tx: Transaction,
  of: { accountId: string; from?: string; keep?: string | undefined },
) => Promise<void>;

/** What taking a role takes of higher features. */
export interface RevokeServices extends EndServices {
  cancelInvitations: CancelInvitations;
}

export type LookAgain = (tx: Transaction, accountId: string) => Promise<void>;

/** What the answers to requests, and the end of access, take of it. */
export type EndServices = Pick<RequestServices, 'lookAgain' | 'mailer'>;
