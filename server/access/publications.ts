import { GrantFields } from '../../shared/access/contract.ts';
import { accessRequestRecord, grantRecord } from '../../shared/access/records.ts';
import { AccessRequest as AccessRequestView } from '../../shared/access/requests-contract.ts';
import { publish } from '../core/changes/publication.ts';
import { grantAccess } from './access-effect.ts';
import { AccessRequest } from './access-request.entity.ts';
import { Grant } from './grant.entity.ts';

export const grantPublication = publish(grantRecord, {
  entity: Grant,
  fields: GrantFields,
  access: grantAccess,
});

export const accessRequestPublication = publish(accessRequestRecord, {
  entity: AccessRequest,
  fields: AccessRequestView,
});
