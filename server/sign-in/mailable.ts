import { says } from '../../shared/core/words.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';

/**
 * The guard refuses to mail more than anybody means to: to many people, or to the same again and
 * again. Asked behind the permission for it, and last before the mail is prepared, since it counts.
 */
export function requireMailable(
  { bounds }: Work,
  { person }: Transaction,
  recipient: string,
): void {
  const pair = `${person.accountId} ${recipient}`;
  bounds.require('mails-to-one', pair, says.mailsToOne);
  bounds.require('mails', person.accountId, says.manyMails);
}
