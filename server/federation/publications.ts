import { Provider } from '../../shared/federation/contract.ts';
import { providerRecord } from '../../shared/federation/records.ts';
import { publish } from '../core/changes/publication.ts';
import { IdentityProvider } from './identity-provider.entity.ts';

export const providerPublication = publish(providerRecord, {
  entity: IdentityProvider,
  fields: Provider,
});
