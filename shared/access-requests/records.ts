import { record } from '../core/record.ts';
import type { AccessRequest } from './contract.ts';
import { listRequestsAt } from './endpoints.ts';

export const accessRequestRecord = record<AccessRequest>()({
  name: 'accessRequest',
  topic: 'access',
  list: listRequestsAt,
  nameOf: ({ accountName }) => accountName,
});
