import * as oidc from 'openid-client';
import type { Identity } from '../sign-in/linked-identities.ts';
import { checkClaims } from './check-claims.ts';
import type { IdentityProvider } from './identity-provider.entity.ts';
import { SKEW_SECONDS } from './provider-clients.ts';
import { toRefusedFlow } from './refusal-reason.ts';
import { type FlowParts, openSealed } from './start-flow.ts';
import type { TakenFlow } from './take-flow.ts';

/** What a provider answered: the flow that it belongs to, and the query as it came. */
export interface ProviderAnswer {
  flow: TakenFlow;
  state: string;
  search: string;
  now: Date;
}

const MOST_EMAIL = 254;

/**
 * The code is traded for a token, and the token is held against all that was asked: who the person
 * is counts only when every check has passed. Nothing is written.
 */
export async function verifyAnswer(
  { clients, secrets }: FlowParts,
  provider: IdentityProvider,
  { flow, state, search, now }: ProviderAnswer,
): Promise<Identity> {
  const { verifier, nonce, redirectUri, beganAt } = openSealed(secrets, state, flow.sealed);
  const isProof = flow.purpose === 'prove';
  const current = new URL(redirectUri);
  current.search = search;
  try {
    const client = await clients.of(provider);
    const tokens = await oidc.authorizationCodeGrant(client, current, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('There is no token.');
    checkClaims(claims, {
      clientId: provider.clientId,
      directories: provider.directories,
      domain: provider.domain,
      now,
      skewSeconds: SKEW_SECONDS,
      signedInSince: isProof ? new Date(beganAt) : null,
    });
    return {
      providerId: provider.id,
      issuer: claims.iss,
      subject: claims.sub,
      email: emailIn(claims),
    };
  } catch (error) {
    throw toRefusedFlow(error);
  }
}

function emailIn({ email, preferred_username: name }: oidc.IDToken): string {
  const shown = email ?? name;
  return typeof shown === 'string' ? shown.slice(0, MOST_EMAIL) : '';
}
