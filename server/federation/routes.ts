import type { Context } from 'hono';
import {
  Departure,
  EditProvider,
  InvitationLink,
  IssuerFound,
  IssuerQuery,
  NewProvider,
  OwnIdentity,
  Provider,
  Providers,
  StartLink,
  StartQuery,
} from '../../shared/federation/contract.ts';
import * as endpoints from '../../shared/federation/endpoints.ts';
import type { SignInServices } from '../sign-in/services.ts';
import type { AppEnv } from '../core/http/router.ts';
import { serve } from '../core/http/serve.ts';
import {
  createProvider,
  deleteProvider,
  editProvider,
  listProviders,
} from './administer-providers.ts';
import type { FlowCookie } from './flow-cookie.ts';
import { findIssuer } from './find-issuer.ts';
import { finishFlow } from './finish-flow.ts';
import {
  startInvited,
  startLink,
  startProof,
  startSignIn,
  startTest,
  type Traveller,
} from './begin-flow.ts';
import { listInvitedWays, listWaysIn } from './open-paths.ts';
import { listOwnIdentities, removeOwnIdentity } from './own-identities.ts';
import type { FlowParts } from './start-flow.ts';

/** What the routes of federation stand on; built once. */
export interface FederationServices extends FlowParts, SignInServices {
  flowCookie: FlowCookie;
  /** Where we are reached, as the browser of a request calls us. */
  originFor: (c: Context) => string;
}

/** Providers of identities, signing in by them, and what they open; below `/api`. */
export function federationRoutes({ flowCookie, originFor, cookie, ...parts }: FederationServices) {
  const { secrets } = parts;
  const traveller = (c: Context<AppEnv>): Traveller => ({
    providerId: c.req.param('provider') ?? c.req.param('id') ?? '',
    browser: flowCookie.renew(c),
    origin: originFor(c),
  });

  return serve('federation', endpoints, (on) => {
    on(
      endpoints.listWaysIn,
      { summary: 'List the ways to sign in', answer: Providers },
      ({ work }) => listWaysIn(work),
    );
    on(
      endpoints.listInvitedWays,
      { summary: 'List the ways in for who is invited', answer: Providers },
      ({ work, token }) => listInvitedWays(work, token),
    );
    on(
      endpoints.startSignIn,
      { summary: 'Go to a provider to sign in', query: StartQuery },
      ({ work, c, query }) => startSignIn(work, parts, { ...traveller(c), ...query }),
    );
    on(
      endpoints.finishFlow,
      { summary: 'Come back from a provider' },
      async ({ work, c, provider }) => {
        const { to, signed } = await finishFlow(work, parts, {
          providerId: provider,
          state: c.req.query('state') ?? '',
          browser: flowCookie.read(c),
          search: new URL(c.req.url).search,
        });
        if (signed) cookie.write(c, signed.token);
        return to;
      },
    );
    on(
      endpoints.startInvited,
      {
        summary: 'Go to a provider to accept an invitation',
        body: InvitationLink,
        answer: Departure,
      },
      ({ work, c, body }) => startInvited(work, parts, { ...traveller(c), ...body }),
    );
    on(
      endpoints.startLink,
      { summary: 'Go to a provider to connect a sign-in', body: StartLink, answer: Departure },
      ({ work, c, body }) => startLink(work, parts, { ...traveller(c), ...body }),
    );
    on(
      endpoints.startProof,
      {
        summary: 'Go to a provider to show once more who one is',
        body: StartLink,
        answer: Departure,
      },
      ({ work, c, body }) => startProof(work, parts, { ...traveller(c), ...body }),
    );
    on(
      endpoints.listOwnIdentities,
      { summary: 'List the own connected sign-ins', answer: OwnIdentity },
      ({ work }) => listOwnIdentities(work),
    );
    on(
      endpoints.removeOwnIdentity,
      { summary: 'Disconnect one of the own sign-ins' },
      ({ work, id }) => removeOwnIdentity(work, id),
    );
    on(
      endpoints.listProviders,
      { summary: 'List the providers of identities', answer: Provider },
      ({ work }) => listProviders(work),
    );
    on(
      endpoints.findIssuer,
      { summary: 'Find the issuer at an address', query: IssuerQuery, answer: IssuerFound },
      ({ work, query }) => findIssuer(work, parts.clients, query.address),
    );
    on(
      endpoints.createProvider,
      {
        summary: 'Connect a provider of identities',
        body: NewProvider,
        answer: Provider,
        collection: 'federation/providers',
      },
      ({ work, body }) => createProvider(work, secrets, body),
    );
    on(
      endpoints.editProvider,
      { summary: 'Change fields of a provider', body: EditProvider, answer: Provider },
      ({ work, id, body, expected }) => editProvider(work, secrets, id, { patch: body, expected }),
    );
    on(endpoints.deleteProvider, { summary: 'Disconnect a provider' }, ({ work, id }) =>
      deleteProvider(work, id),
    );
    on(
      endpoints.startTest,
      { summary: 'Go to a provider to try a sign-in', answer: Departure },
      ({ work, c }) => startTest(work, parts, traveller(c)),
    );
  });
}
