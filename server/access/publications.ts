import { publish } from '../core/changes/publication.ts';
import { AccessRequest } from './access-request.entity.ts';
import { Grant } from './grant.entity.ts';

export const grantPublication = publish<Grant>({
  entity: Grant,
  resource: 'grant',
  topic: 'access',
  recordId: (grant) => grant.id,
  organisationId: (grant) => grant.organisationId,
  organisationColumn: 'organisationId',
  fields: {
    accountId: 'accountId',
    role: 'role',
    organisationId: 'organisationId',
    expiresAt: 'expiresAt',
  },
});

export const accessRequestPublication = publish<AccessRequest>({
  entity: AccessRequest,
  resource: 'accessRequest',
  topic: 'access',
  recordId: (request) => request.id,
  organisationId: (request) => request.organisationId,
  organisationColumn: 'organisationId',
  fields: {
    kind: 'kind',
    organisationId: 'organisationId',
    accountId: 'accountId',
    accountName: 'accountName',
    role: 'role',
    reason: 'reason',
    hours: 'hours',
    status: 'status',
    createdAt: 'createdAt',
    decidedById: 'decidedById',
    decidedByName: 'decidedByName',
    decidedAt: 'decidedAt',
    answer: 'answer',
    expiresAt: 'expiresAt',
    endedById: 'endedById',
    endedByName: 'endedByName',
    endedAt: 'endedAt',
  },
});
