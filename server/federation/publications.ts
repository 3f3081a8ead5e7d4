import { publish } from '../core/changes/publication.ts';
import { IdentityProvider } from './identity-provider.entity.ts';

export const providerPublication = publish<IdentityProvider>({
  entity: IdentityProvider,
  resource: 'provider',
  topic: 'settings',
  recordId: (provider) => provider.id,
  organisationId: (provider) => provider.organisationId,
  fields: {
    organisationId: 'organisationId',
    kind: 'kind',
    label: 'label',
    issuer: 'issuer',
    clientId: 'clientId',
    secretSetAt: 'secretSetAt',
    scopes: 'scopes',
    directories: 'directories',
    domain: 'domain',
    enabled: 'enabled',
    test: 'test',
    createdAt: 'createdAt',
    updatedAt: 'updatedAt',
  },
});
