import { grantRecord } from '../access/records.ts';
import { record } from '../core/record.ts';
import type { AccountWithGrants } from './contract.ts';
import { editAccount, findAccount, listAccounts } from './endpoints.ts';

export const accountRecord = record<AccountWithGrants>()({
  name: 'account',
  topic: 'accounts',
  find: findAccount,
  edit: editAccount,
  list: listAccounts,
  nameOf: ({ displayName }) => displayName,
  derived: { grants: [] },
  inLists: ['grants'],
  readWith: [grantRecord.name],
  untold: ['lastSignInAt'],
});
