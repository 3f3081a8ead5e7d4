import { identitiesReturning } from '../accounts/events.ts';
import { MINUTE } from '../core/clock.ts';
import { on } from '../core/events.ts';
import type { Feature } from '../core/feature.ts';
import { signInMethodsChanged } from '../organisations/events.ts';
import { connectedAmong } from './connected-among.ts';
import { FederatedFlow } from './federated-flow.entity.ts';
import { flowCookie } from './flow-cookie.ts';
import { IdentityProvider } from './identity-provider.entity.ts';
import { keepAdministered } from './keep-administered.ts';
import { narrowPaths } from './open-paths.ts';
import { ProviderClients } from './provider-clients.ts';
import { providerFetch } from './provider-fetch.ts';
import { providerPublication } from './publications.ts';
import { federationRoutes } from './routes.ts';
import { sweepFlows } from './start-flow.ts';
import { sessionCookie } from '../sign-in/session-cookie.ts';

/** Sign-in by identity providers elsewhere. */
export const federation: Feature = {
  name: 'federation',
  entities: [IdentityProvider, FederatedFlow],
  publications: [providerPublication],
  reactions: [
    on(signInMethodsChanged, (tx, { path }) => narrowPaths(tx, path)),
    on(identitiesReturning, (tx, { providerIds }) => connectedAmong(tx, providerIds)),
  ],
  settle: keepAdministered,
  routes: ({ isHttps, secrets, config, originFor }) =>
    federationRoutes({
      cookie: sessionCookie(isHttps),
      secrets,
      clients: new ProviderClients(secrets, providerFetch(config.providerNetworks)),
      flowCookie: flowCookie(isHttps),
      originFor,
    }),
  sweeps: [
    {
      every: 5 * MINUTE,
      run: ({ database, clock }) => sweepFlows(database.em.fork(), clock.now()),
    },
  ],
};
