import { record } from '../core/record.ts';
import type { Grant } from './contract.ts';
import { listGrantsAt } from './endpoints.ts';
import type { AccessRequest } from './requests-contract.ts';
import { listRequestsAt } from './requests-endpoints.ts';

export const grantRecord = record<Grant>()({
  name: 'grant',
  topic: 'access',
  list: listGrantsAt,
  organisationOf: ({ organisation }) => organisation.id,
  nameOf: ({ account }) => account.displayName,
  derived: null,
});

export const accessRequestRecord = record<AccessRequest>()({
  name: 'accessRequest',
  topic: 'access',
  list: listRequestsAt,
  nameOf: ({ accountName }) => accountName,
});
