import * as oidc from 'openid-client';
import { type FlowReason, RefusedFlow } from './refused-flow.ts';

/** What the library found, in our words: for the audit and for tests of a provider. */
export function toRefusedFlow(error: unknown): RefusedFlow {
  if (error instanceof RefusedFlow) return error;
  const detail = error instanceof Error ? error.message : '';
  return new RefusedFlow(reasonOf(error), detail);
}

const byClaim: Record<string, FlowReason> = {
  iss: 'issuer',
  aud: 'audience',
  azp: 'authorised-party',
  exp: 'expired',
  nbf: 'not-yet-valid',
  nonce: 'nonce',
  auth_time: 'sign-in-time',
};

const byCode: Record<string, FlowReason> = {
  OAUTH_KEY_SELECTION_FAILED: 'unknown-key',
  OAUTH_UNSUPPORTED_OPERATION: 'algorithm',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'token-endpoint',
  OAUTH_RESPONSE_IS_NOT_JSON: 'token-endpoint',
  OAUTH_TIMEOUT: 'token-endpoint',
};

function reasonOf(error: unknown): FlowReason {
  if (error instanceof oidc.AuthorizationResponseError) return 'cancelled';
  if (error instanceof oidc.ResponseBodyError) {
    return isClientRefused(error) ? 'client' : 'token-endpoint';
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) return 'client';
  if (error instanceof TypeError) return 'token-endpoint'; // what `fetch` throws at silence
  const { claims, claim, header } = factsOf(error);
  if (claims && claims['nonce'] === undefined) return 'nonce-missing';
  if (claim !== undefined) return byClaim[claim] ?? 'claims';
  if (header !== undefined && !isKeyMissing(error)) {
    return isSharedSecret(header) ? 'shared-secret' : 'algorithm';
  }
  const code = (error as { code?: string }).code ?? '';
  if (byCode[code]) return byCode[code];
  return /signature/i.test(messagesOf(error)) ? 'signature' : 'claims';
}

function isClientRefused({ error }: oidc.ResponseBodyError): boolean {
  return error === 'invalid_client' || error === 'unauthorized_client';
}

/** HS256 and its like: whoever knows the client secret could have signed it. */
function isSharedSecret(header: unknown): boolean {
  return String((header as { alg?: unknown }).alg).startsWith('HS');
}

interface Facts {
  claims?: Record<string, unknown>;
  claim?: string;
  header?: unknown;
}

/** The library wraps what it found in causes of causes. */
function factsOf(error: unknown): Facts {
  const facts: Facts = {};
  for (const level of levelsOf(error)) Object.assign(facts, level);
  return facts;
}

function isKeyMissing(error: unknown): boolean {
  return levelsOf(error).some((level) => level['code'] === 'OAUTH_KEY_SELECTION_FAILED');
}

function messagesOf(error: unknown): string {
  return levelsOf(error)
    .map((level) => String(level['message']))
    .join(' ');
}

function levelsOf(error: unknown): Record<string, unknown>[] {
  const levels: Record<string, unknown>[] = [];
  let level = error;
  while (typeof level === 'object' && level !== null && levels.length < 5) {
    levels.push(level as Record<string, unknown>);
    level = (level as { cause?: unknown }).cause;
  }
  return levels;
}
