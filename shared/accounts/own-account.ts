import type { Action } from '../access/actions.ts';
import type { Said } from '../core/words/said.ts';
import { says } from './words.ts';

/** What nobody does to their own account, and why; the server refuses it, the client greys it out. */
const never: Partial<Record<Action, Said>> = {
  'account.delete': says.deleteOwn,
  'account.disable': says.disableOwn,
  'account.move': says.moveOwn,
  'account.reset': says.resetOwn,
};

/** Why the caller may not do this to the account, for its being their own; else `null`. */
export function whyNotOwn(action: Action, accountId: string, callerId: string): Said | null {
  return accountId === callerId ? (never[action] ?? null) : null;
}
