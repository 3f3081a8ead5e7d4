import { defineEntity, p } from '@mikro-orm/core';
import type { AccountStatus, AccountType } from '../../shared/accounts/contract.ts';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p.uuid().primary(),
    organisationId: p.uuid(),
    /** Lower case; the name that the person signs in with. */
    email: p.string().unique(),
    displayName: p.string(),
    sortName: p.string(),
    type: p.string().$type<AccountType>(),
    status: p.string().$type<AccountStatus>(),
    passwordHash: p.string().strictNullable().lazy(),
    /** The next sign-in goes no further than to another password. */
    mustChangePassword: p.boolean().default(false),
    /** Whether a confirmed second factor exists; kept by who adds and removes them. */
    hasSecondFactor: p.boolean().default(false),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['organisationId', 'sortName', 'id'] }],
});

/** A person who signs in, at home in one organisation. */
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
