import {
  answersMade,
  answersNothing,
  answersPage,
  answersRecord,
  answersRedirect,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type {
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
} from './contract.ts';

export const listWaysIn = endpoint('GET /auth/providers', answersValue<typeof Providers>());

export const listInvitedWays = endpoint(
  'GET /invitations/:token/providers',
  answersValue<typeof Providers>(),
);

export const startSignIn = endpoint(
  'GET /auth/federated/:provider',
  answersRedirect(),
  takesQuery<typeof StartQuery>(),
);

export const finishFlow = endpoint('GET /auth/federated/:provider/callback', answersRedirect());

export const startInvited = endpoint(
  'POST /auth/federated/:provider/invitation',
  answersValue<typeof Departure>(),
  takesBody<typeof InvitationLink>(),
);

export const startLink = endpoint(
  'POST /auth/federated/:provider/link',
  answersValue<typeof Departure>(),
  takesBody<typeof StartLink>(),
);

export const startProof = endpoint(
  'POST /auth/federated/:provider/prove',
  answersValue<typeof Departure>(),
  takesBody<typeof StartLink>(),
);

export const listOwnIdentities = endpoint(
  'GET /auth/identities',
  answersPage<typeof OwnIdentity>(),
);

export const removeOwnIdentity = endpoint('DELETE /auth/identities/:id', answersNothing());

export const listProviders = endpoint('GET /federation/providers', answersPage<typeof Provider>());

export const findIssuer = endpoint(
  'GET /federation/issuer',
  answersValue<typeof IssuerFound>(),
  takesQuery<typeof IssuerQuery>(),
);

export const createProvider = endpoint(
  'POST /federation/providers',
  answersMade<typeof Provider>(),
  takesBody<typeof NewProvider>(),
);

export const editProvider = endpoint(
  'PATCH /federation/providers/:id',
  answersRecord<typeof Provider>(),
  takesBody<typeof EditProvider>(),
);

export const deleteProvider = endpoint('DELETE /federation/providers/:id', answersNothing());

export const startTest = endpoint(
  'POST /federation/providers/:id/test',
  answersValue<typeof Departure>(),
);
