import { grantRecord } from '../access/records.ts';
import { record } from '../core/record.ts';
import type { AccountWithGrants } from './contract.ts';

export const accountRecord = record<AccountWithGrants>()({
  name: 'account',
  topic: 'accounts',
  path: '/accounts/:id',
  list: '/organisations/:owner/accounts',
  nameOf: ({ displayName }) => displayName,
  derived: { grants: [] },
  inLists: ['grants'],
  readWith: [grantRecord.name],
});
