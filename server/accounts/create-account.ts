import type { AccountStatus, AccountType } from '../../shared/accounts/contract.ts';
import type { Transaction } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import { Account, accountColumns } from './account.entity.ts';

interface Beginning {
  displayName: string;
  type: AccountType;
  status: AccountStatus;
  /** None for a machine account. */
  email?: string;
  passwordHash?: string;
}

/** Makes an account at home in an organisation. */
export function createAccount(
  tx: Transaction,
  organisationId: string,
  { displayName, type, status, email, passwordHash }: Beginning,
): Account {
  return tx.em.create(Account, {
    id: newId(),
    organisationId,
    email: email ?? null,
    displayName,
    ...accountColumns(displayName, email ?? null),
    type,
    status,
    passwordHash: passwordHash ?? null,
    lockedUntil: null,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
}
