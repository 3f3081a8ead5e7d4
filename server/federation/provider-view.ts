import type { Provider } from '../../shared/federation/contract.ts';
import type { IdentityProvider } from './identity-provider.entity.ts';

/** A provider as read; of its secret only when it was set. */
export function viewProvider(provider: IdentityProvider): Provider {
  return {
    id: provider.id,
    organisationId: provider.organisationId,
    kind: provider.kind,
    label: provider.label,
    issuer: provider.issuer,
    clientId: provider.clientId,
    secretSetAt: provider.secretSetAt?.toISOString() ?? null,
    scopes: provider.scopes,
    directories: provider.directories,
    domain: provider.domain,
    enabled: provider.enabled,
    test: provider.test,
    version: provider.version,
    createdAt: provider.createdAt.toISOString(),
    updatedAt: provider.updatedAt.toISOString(),
  };
}
