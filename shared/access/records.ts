import { record } from '../core/record.ts';
import type { Grant } from './contract.ts';
import { listGrantsAt } from './endpoints.ts';

export const grantRecord = record<Grant>()({
  name: 'grant',
  topic: 'access',
  list: listGrantsAt,
  organisationOf: ({ organisation }) => organisation.id,
  nameOf: ({ account }) => account.displayName,
  derived: null,
});
