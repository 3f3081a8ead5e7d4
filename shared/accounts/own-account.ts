import type { Action } from '../access/actions.ts';

/** What nobody does to their own account, and why; the server refuses it, the client greys it out. */
const never: Partial<Record<Action, string>> = {
  'account.delete': 'Nobody deletes their own account.',
  'account.disable': 'Nobody disables their own account.',
  'account.move': 'Nobody moves their own account.',
  'account.reset': 'This is your own account: change it on its own page.',
};

/** Why the caller may not do this to the account, for its being their own; else `null`. */
export function whyNotOwn(action: Action, accountId: string, callerId: string): string | null {
  return accountId === callerId ? (never[action] ?? null) : null;
}
