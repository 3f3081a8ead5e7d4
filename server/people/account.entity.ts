import { defineEntity, p } from '@mikro-orm/core';
import type { AccountStatus, AccountType } from '../../shared/people/contract.ts';
import { emailKey } from '../../shared/core/email.ts';
import { type NameColumns, nameColumns } from '../core/db/name-columns.ts';
import { updatedAtColumn } from '../core/db/updated-at.ts';
import type { Addressee } from '../core/mail.ts';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    /** As it was given, tidied; the name that the person signs in with. Machine accounts have none. */
    email: p.string().strictNullable(),
    /**
     * The same for every way of writing the address: what it is looked up by. An invited account
     * has none while another account has the address.
     */
    emailKey: p.string().strictNullable().unique(),
    /** The key of the address that it carries without claiming it, where another account has it. */
    unclaimedKey: p.string().strictNullable(),
    displayName: p.string(),
    sortName: p.text(),
    searchText: p.text().default(''),
    type: p.string().$type<AccountType>(),
    status: p.string().$type<AccountStatus>(),
    passwordHash: p.string().strictNullable().lazy(),
    /** The next sign-in goes no further than to another password. */
    mustChangePassword: p.boolean().default(false),
    /** Whether a confirmed second factor exists; kept by who adds and removes them. */
    hasSecondFactor: p.boolean().default(false),
    /** When sign-ins by password are open again, after many failures. */
    lockedUntil: p.datetime(3).strictNullable(),
    /** When somebody last came in with it; a session that is renewed is no sign-in. */
    lastSignInAt: p.datetime(3).strictNullable(),
    /** Who added it, by a role held where; unknown for the first of all and for old ones. */
    addedById: p.uuid().strictNullable(),
    addedByName: p.string().strictNullable(),
    addedFromId: p.uuid().strictNullable(),
    createdAt: p.datetime(3),
    updatedAt: updatedAtColumn({ unless: 'lastSignInAt' }),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['organisationId', 'sortName', 'id'] },
    { name: 'accounts_unclaimed_key_index', properties: ['unclaimedKey'] },
  ],
});

/** A person who signs in, or a program that calls by API tokens; at home in one organisation. */
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

/** The columns that follow from an account's name and address, and whether it claims the address. */
export function accountColumns(
  displayName: string,
  email: string | null,
  isUnclaimed = false,
): NameColumns & Pick<Account, 'emailKey' | 'unclaimedKey'> {
  const key = email === null ? null : emailKey(email);
  return {
    ...nameColumns(displayName, email ?? ''),
    emailKey: isUnclaimed ? null : key,
    unclaimedKey: isUnclaimed ? key : null,
  };
}

export function renameAccount(account: Account, displayName: string): void {
  Object.assign(account, { displayName, ...nameColumns(displayName, account.email ?? '') });
}

/** Where a person is written to; asked for only where there is a person. */
export function addresseeOf(account: Pick<Account, 'id' | 'email' | 'displayName'>): Addressee {
  return { accountId: account.id, email: mailboxOf(account), name: account.displayName };
}

export function mailboxOf({ email }: Pick<Account, 'email'>): string {
  if (email === null) throw new Error('A machine account has no address.');
  return email;
}
