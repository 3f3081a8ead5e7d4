import { Account as AccountView } from '../../shared/people/contract.ts';
import { accountRecord } from '../../shared/accounts/records.ts';
import { publish } from '../core/changes/publication.ts';
import { accountAccess } from './access-effect.ts';
import { Account } from './account.entity.ts';

export const accountPublication = publish(accountRecord, {
  entity: Account,
  fields: AccountView,
  access: accountAccess,
});
