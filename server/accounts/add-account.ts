import type { AccountWithGrants, AddAccount } from '../../shared/accounts/contract.ts';
import type { Work } from '../core/db/work.ts';
import { addMachine } from './add-machine.ts';
import { inviteAccount } from './invite-account.ts';

/**
 * An administrator adds an account of either kind: people are invited by mail, machines are there
 * at once.
 */
export function addAccount(
  work: Work,
  organisationId: string,
  input: AddAccount,
): Promise<AccountWithGrants> {
  return input.type === 'machine'
    ? addMachine(work, organisationId, input)
    : inviteAccount(work, organisationId, input);
}
