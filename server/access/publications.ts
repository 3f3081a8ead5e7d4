import { GrantFields } from '../../shared/access/contract.ts';
import { grantRecord } from '../../shared/access/records.ts';
import { publish } from '../core/changes/publication.ts';
import { grantAccess } from './access-effect.ts';
import { Grant } from './grant.entity.ts';

export const grantPublication = publish(grantRecord, {
  entity: Grant,
  fields: GrantFields,
  access: grantAccess,
});
