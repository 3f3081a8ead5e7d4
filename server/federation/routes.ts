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
import { pageOf } from '../../shared/core/paging.ts';
import type { AccountServices } from '../accounts/account-services.ts';
import { accept, created, describe, expectedVersion, record } from '../core/http/accept.ts';
import { type AppEnv, createRouter } from '../core/http/router.ts';
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
export interface FederationServices extends FlowParts, Pick<AccountServices, 'cookie' | 'secrets'> {
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

  return createRouter()
    .get(
      '/auth/providers',
      describe({ summary: 'List the ways to sign in', answer: Providers }),
      async (c) => c.json(await listWaysIn(c.var.work)),
    )
    .get(
      '/invitations/:token/providers',
      describe({ summary: 'List the ways in for who is invited', answer: Providers }),
      async (c) => c.json(await listInvitedWays(c.var.work, c.req.param('token'))),
    )
    .get(
      '/auth/federated/:provider',
      describe({ summary: 'Go to a provider to sign in' }),
      accept('query', StartQuery),
      async (c) =>
        c.redirect(
          await startSignIn(c.var.work, parts, { ...traveller(c), ...c.req.valid('query') }),
        ),
    )
    .get(
      '/auth/federated/:provider/callback',
      describe({ summary: 'Come back from a provider' }),
      async (c) => {
        const { search } = new URL(c.req.url);
        const { to, signed } = await finishFlow(c.var.work, parts, {
          providerId: c.req.param('provider'),
          state: c.req.query('state') ?? '',
          browser: flowCookie.read(c),
          search,
        });
        if (signed) cookie.write(c, signed.token);
        return c.redirect(to);
      },
    )
    .post(
      '/auth/federated/:provider/invitation',
      describe({ summary: 'Go to a provider to accept an invitation', answer: Departure }),
      accept('json', InvitationLink),
      async (c) =>
        c.json(await startInvited(c.var.work, parts, { ...traveller(c), ...c.req.valid('json') })),
    )
    .post(
      '/auth/federated/:provider/link',
      describe({ summary: 'Go to a provider to connect a sign-in', answer: Departure }),
      accept('json', StartLink),
      async (c) =>
        c.json(await startLink(c.var.work, parts, { ...traveller(c), ...c.req.valid('json') })),
    )
    .post(
      '/auth/federated/:provider/prove',
      describe({ summary: 'Go to a provider to show once more who one is', answer: Departure }),
      accept('json', StartLink),
      async (c) =>
        c.json(await startProof(c.var.work, parts, { ...traveller(c), ...c.req.valid('json') })),
    )
    .get(
      '/auth/identities',
      describe({ summary: 'List the own connected sign-ins', answer: pageOf(OwnIdentity) }),
      async (c) => c.json(await listOwnIdentities(c.var.work)),
    )
    .delete(
      '/auth/identities/:id',
      describe({ summary: 'Disconnect one of the own sign-ins' }),
      async (c) => {
        await removeOwnIdentity(c.var.work, c.req.param('id'));
        return c.body(null, 204);
      },
    )
    .get(
      '/federation/providers',
      describe({ summary: 'List the providers of identities', answer: pageOf(Provider) }),
      async (c) => c.json(await listProviders(c.var.work)),
    )
    .get(
      '/federation/issuer',
      describe({ summary: 'Find the issuer at an address', answer: IssuerFound }),
      accept('query', IssuerQuery),
      async (c) =>
        c.json(await findIssuer(c.var.work, parts.clients, c.req.valid('query').address)),
    )
    .post(
      '/federation/providers',
      describe({
        summary: 'Connect a provider of identities',
        answer: Provider,
        status: 201,
        header: 'Idempotency-Key',
      }),
      accept('json', NewProvider),
      async (c) =>
        created(
          c,
          'federation/providers',
          await createProvider(c.var.work, secrets, c.req.valid('json')),
        ),
    )
    .patch(
      '/federation/providers/:id',
      describe({ summary: 'Change fields of a provider', header: 'If-Match', answer: Provider }),
      accept('json', EditProvider),
      async (c) =>
        record(
          c,
          await editProvider(c.var.work, secrets, c.req.param('id'), {
            patch: c.req.valid('json'),
            expected: expectedVersion(c),
          }),
        ),
    )
    .delete(
      '/federation/providers/:id',
      describe({ summary: 'Disconnect a provider' }),
      async (c) => {
        await deleteProvider(c.var.work, c.req.param('id'));
        return c.body(null, 204);
      },
    )
    .post(
      '/federation/providers/:id/test',
      describe({ summary: 'Go to a provider to try a sign-in', answer: Departure }),
      async (c) => c.json(await startTest(c.var.work, parts, traveller(c))),
    );
}
