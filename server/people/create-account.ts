import type { AccountStatus, AccountType } from '../../shared/people/contract.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { newId } from '../core/new-id.ts';
import { Account, accountColumns } from './account.entity.ts';

interface Beginning {
  displayName: string;
  type: AccountType;
  status: AccountStatus;
  /** None for a machine account. */
  email?: string;
  passwordHash?: string;
  /** Where the role is held by which the caller adds it; absent where nobody does. */
  addedFromId?: string | null;
  /** Whether another account has the address already: this one cannot be found by it. */
  isTaken?: boolean;
}

/** An account is made at home in an organisation. */
export function createAccount(
  tx: Transaction,
  organisationId: string,
  { displayName, type, status, email, passwordHash, addedFromId, isTaken }: Beginning,
): Account {
  return tx.em.create(Account, {
    id: newId(),
    organisationId,
    email: email ?? null,
    displayName,
    ...accountColumns(displayName, email ?? null, isTaken),
    type,
    status,
    passwordHash: passwordHash ?? null,
    lockedUntil: null,
    addedById: addedFromId === undefined ? null : tx.person.accountId,
    addedByName: addedFromId === undefined ? null : tx.person.displayName,
    addedFromId: addedFromId ?? null,
    createdAt: tx.now,
  });
}
