import type { Account as View } from '../../shared/people/contract.ts';
import { leavesOf } from '../core/changes/publication.ts';
import type { Account } from './account.entity.ts';
import { accountPublication } from './publications.ts';

/** An account as read by whoever may see it. */
export function viewAccount(account: Account): View {
  const fields = leavesOf(accountPublication, account) as Omit<View, 'id' | 'version'>;
  return { ...fields, id: account.id, version: account.version };
}
