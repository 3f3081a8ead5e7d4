import { AccessRequest as AccessRequestView } from '../../shared/access-requests/contract.ts';
import { accessRequestRecord } from '../../shared/access-requests/records.ts';
import { publish } from '../core/changes/publication.ts';
import { AccessRequest } from './access-request.entity.ts';

export const accessRequestPublication = publish(accessRequestRecord, {
  entity: AccessRequest,
  fields: AccessRequestView,
});
