import { publish } from '../core/changes/publication.ts';
import { Grant } from './grant.entity.ts';

export const grantPublication = publish<Grant>({
  entity: Grant,
  resource: 'grant',
  topic: 'access',
  recordId: (grant) => grant.id,
  organisationId: (grant) => grant.organisationId,
  organisationColumn: 'organisationId',
  fields: { accountId: 'accountId', role: 'role', organisationId: 'organisationId' },
});
