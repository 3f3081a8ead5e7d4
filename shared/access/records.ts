import { record } from '../core/record.ts';
import type { Grant } from './contract.ts';
import type { AccessRequest } from './requests-contract.ts';

export const grantRecord = record<Grant>()({
  name: 'grant',
  topic: 'access',
  list: '/organisations/:owner/grants',
  organisationOf: ({ organisation }) => organisation.id,
  nameOf: ({ account }) => account.displayName,
  derived: null,
});

export const accessRequestRecord = record<AccessRequest>()({
  name: 'accessRequest',
  topic: 'access',
  list: '/organisations/:owner/access-requests',
  nameOf: ({ accountName }) => accountName,
});
