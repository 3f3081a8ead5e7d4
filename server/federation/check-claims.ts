import type { IDToken } from 'openid-client';
import { RefusedFlow } from './refused-flow.ts';

/** How old a token may be that says nothing of when its person signed in. */
const MADE_JUST_NOW_SECONDS = 60;

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
  if (expected.signedInSince && !isFresh(claims, expected.signedInSince, expected)) {
    refuse('sign-in-time');
  }
  if (expected.directories.length > 0 && !expected.directories.includes(textIn(claims, 'tid'))) {
    refuse('directory');
  }
  if (expected.domain !== null && textIn(claims, 'hd') !== expected.domain) refuse('domain');
}

/**
 * Whether the person signed in at the provider since they were asked to. Some providers, Google
 * among them, ask for nothing anew whatever they are told, and never say when somebody signed in.
 * Their token counts when it was made just now, on this very way (its nonce is checked before): it
 * shows that this browser still opens the account there, which is as much as a new sign-in would
 * take. Without it, whoever comes in by such a provider only could never prove anything.
 */
function isFresh(
  { auth_time: signedInAt, iat }: IDToken,
  since: Date,
  { now, skewSeconds }: Pick<ExpectedClaims, 'now' | 'skewSeconds'>,
): boolean {
  const earliest = since.getTime() / 1000 - skewSeconds;
  if (signedInAt !== undefined) return signedInAt >= earliest;
  return iat >= Math.max(earliest, now.getTime() / 1000 - MADE_JUST_NOW_SECONDS);
}

/** A claim as text, in small letters; empty where it is none. */
function textIn(claims: IDToken, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function refuse(reason: RefusedFlow['reason']): never {
  throw new RefusedFlow(reason);
}
