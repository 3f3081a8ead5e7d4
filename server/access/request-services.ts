import type { Mailer } from '../core/mail.ts';
import type { Person, Reading, Transaction } from '../core/db/work.ts';

/** What access through a barrier takes from higher features; composed by the app. */
export interface RequestServices {
  /** Refuses to whoever has not shown of late that it is still the same person. */
  requireRecent: (reading: Reading, person: Person) => void;
  /** Has what is open on an account's sessions look again: its holder is outside, and is told so. */
  lookAgain: LookAgain;
}

export type LookAgain = (tx: Transaction, accountId: string) => Promise<void>;

/** What the end of access by time takes. */
export interface EndServices {
  mailer: Mailer;
  lookAgain: LookAgain;
}
