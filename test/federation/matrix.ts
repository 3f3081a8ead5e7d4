import * as endpoints from '../../shared/federation/endpoints.ts';
import { type PlainRow, platform, provider, type Row } from '../security/matrix-row.ts';

export const rows: readonly Row[] = [
  {
    operation: 'list the providers of identities',
    endpoint: endpoints.listProviders,
    target: 'platform',
    at: platform,
  },
  {
    operation: 'find the issuer at an address, where nobody answers',
    endpoint: endpoints.findIssuer,
    target: 'platform',
    at: ['PlatformAdministrator'],
    query: 'address=http%3A%2F%2F127.0.0.1%3A1',
    answers: 409,
  },
  {
    operation: 'connect a provider of identities',
    endpoint: endpoints.createProvider,
    target: 'platform',
    at: ['PlatformAdministrator'],
    body: provider,
    answers: 201,
  },
  {
    operation: 'change a provider of identities',
    endpoint: endpoints.editProvider,
    target: 'platform',
    of: 'new provider',
    at: ['PlatformAdministrator'],
    body: { label: 'Another' },
  },
  {
    operation: 'test a provider of identities, which does not answer',
    endpoint: endpoints.startTest,
    target: 'platform',
    of: 'new provider',
    at: ['PlatformAdministrator'],
    answers: 409,
  },
  {
    operation: 'disconnect a provider of identities',
    endpoint: endpoints.deleteProvider,
    target: 'platform',
    of: 'new provider',
    at: ['PlatformAdministrator'],
    answers: 204,
  },
];

export const plainRows: readonly PlainRow[] = [
  { endpoint: endpoints.listWaysIn, everybody: 200 },
  { endpoint: endpoints.startSignIn, everybody: 302 },
  { endpoint: endpoints.finishFlow, everybody: 302 },
  {
    endpoint: endpoints.startInvited,
    everybody: 410,
    body: { token: 'unknown' },
  },
  { endpoint: endpoints.startLink, everybody: 403, signedOut: 401, body: {} },
  { endpoint: endpoints.startProof, everybody: 403, signedOut: 401, body: {} },
  { endpoint: endpoints.listOwnIdentities, everybody: 200, signedOut: 401 },
  { endpoint: endpoints.removeOwnIdentity, everybody: 404, signedOut: 401 },
  { endpoint: endpoints.listInvitedWays, everybody: 410 },
];
