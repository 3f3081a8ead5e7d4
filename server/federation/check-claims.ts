import type { IDToken } from 'openid-client';
import { RefusedFlow } from './refused-flow.ts';

/** What the claims of a token are held against, besides what the library looks at. */
export interface ExpectedClaims {
  clientId: string;
  /** The directories and the domain that the provider is pinned to. */
  directories: readonly string[];
  domain: string | null;
  now: Date;
  skewSeconds: number;
  /** When the person must have signed in at the provider at the earliest, where that was asked. */
  signedInSince: Date | null;
}

/**
 * What the library leaves open: it takes tokens for a while after they are over and those of the
 * future, looks at `azp` only beside several audiences, and knows nothing of directories.
 */
export function checkClaims(claims: IDToken, expected: ExpectedClaims): void {
  const now = expected.now.getTime() / 1000;
  if (claims.exp <= now) refuse('expired');
  if (claims.iat > now + expected.skewSeconds) refuse('issued-in-future');
  if (claims.azp !== undefined && claims.azp !== expected.clientId) refuse('authorised-party');
  if (expected.signedInSince) {
    const since = expected.signedInSince.getTime() / 1000 - expected.skewSeconds;
    if (claims.auth_time === undefined || claims.auth_time < since) refuse('sign-in-time');
  }
  if (expected.directories.length > 0 && !expected.directories.includes(textIn(claims, 'tid'))) {
    refuse('directory');
  }
  if (expected.domain !== null && textIn(claims, 'hd') !== expected.domain) refuse('domain');
}

/** A claim as text, in small letters; empty where it is none. */
function textIn(claims: IDToken, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function refuse(reason: RefusedFlow['reason']): never {
  throw new RefusedFlow(reason);
}
