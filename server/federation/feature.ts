import { identitiesReturning } from '../accounts/events.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import { signInMethodsChanged } from '../organisations/events.ts';
import { connectedAmong } from './connected-among.ts';
import { FederatedFlow } from './federated-flow.entity.ts';
import { IdentityProvider } from './identity-provider.entity.ts';
import { narrowPaths } from './open-paths.ts';
import { providerPublication } from './publications.ts';

/** Sign-in by identity providers elsewhere. */
export const federation: Feature = {
  name: 'federation',
  entities: [IdentityProvider, FederatedFlow],
  publications: [providerPublication],
  reactions: [
    on(signInMethodsChanged, (tx, { path }) => narrowPaths(tx, path)),
    on(identitiesReturning, (tx, { providerIds }) => connectedAmong(tx, providerIds)),
  ],
};
