import * as oidc from 'openid-client';
import { isLoopbackIssuer, whyNotIssuer } from '../../shared/federation/issuer.ts';
import { MINUTE } from '../core/clock.ts';
import type { Secrets } from '../core/secrets.ts';
import { SECRET_PURPOSE } from './administer-providers.ts';
import type { IdentityProvider } from './identity-provider.entity.ts';
import type { ProviderFetch } from './provider-fetch.ts';
import { RefusedFlow } from './refused-flow.ts';

/** How long what a provider says of itself is taken as known. */
const KNOWN_FOR = 10 * MINUTE;

/** How long a provider has for each answer. */
const PATIENCE_SECONDS = 10;

/** How far clocks may be apart. */
export const SKEW_SECONDS = 60;

/** How long a failure is taken as the answer: nobody's clicks make the server ask without end. */
const FAILED_FOR_MS = 5_000;

interface Known {
  version: number;
  /** On the monotonic clock. */
  until: number;
  client: Promise<oidc.Configuration>;
}

/**
 * This server as a client of each provider, as the provider describes itself. Signatures are
 * always checked: that the token came over TLS says only who was asked.
 */
export class ProviderClients {
  readonly #secrets: Secrets;
  readonly #fetch: ProviderFetch;
  readonly #known = new Map<string, Known>();

  constructor(secrets: Secrets, fetch: ProviderFetch) {
    this.#secrets = secrets;
    this.#fetch = fetch;
  }

  /** The provider's client; whoever asks while it is looked up shares the one discovery. */
  of(provider: IdentityProvider): Promise<oidc.Configuration> {
    const { id, version } = provider;
    const known = this.#known.get(id);
    if (known?.version === version && known.until > performance.now()) return known.client;
    const client = this.#discover(provider);
    const entry: Known = { version, until: performance.now() + KNOWN_FOR, client };
    this.#known.set(id, entry);
    client.catch(() => {
      entry.until = performance.now() + FAILED_FOR_MS;
    });
    return client;
  }

  /** The issuer as the provider at this address calls itself; refuses where none answers. */
  async issuerAt(address: string): Promise<string> {
    const issuer = withoutMetadataPath(address);
    const spellings = [issuer, issuer.endsWith('/') ? issuer.replace(/\/+$/, '') : `${issuer}/`];
    for (const spelling of spellings) {
      const found = await this.#selfNamed(spelling);
      if (found !== null) return found;
    }
    throw new RefusedFlow('discovery', 'No provider describes itself there.');
  }

  async #selfNamed(issuer: string): Promise<string | null> {
    const url = new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const options = { method: 'GET', headers: { accept: 'application/json' } };
    const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
    try {
      const response = await this.#fetch(url.href, { ...options, signal });
      const said = (await response.json()) as { issuer?: unknown };
      return typeof said.issuer === 'string' && whyNotIssuer(said.issuer) === null
        ? said.issuer
        : null;
    } catch {
      return null;
    }
  }

  async #discover(provider: IdentityProvider): Promise<oidc.Configuration> {
    const { id, issuer, clientId, sealedSecret } = provider;
    const why = whyNotIssuer(issuer);
    if (why) throw new RefusedFlow('discovery', why.detail);
    try {
      const secret = sealedSecret ? this.#secrets.open(sealedSecret, SECRET_PURPOSE, id) : null;
      const client = await oidc.discovery(
        new URL(issuer),
        clientId,
        { [oidc.clockTolerance]: SKEW_SECONDS },
        secret === null ? oidc.None() : clientSecret(secret),
        {
          timeout: PATIENCE_SECONDS,
          [oidc.customFetch]: this.#fetch,
          execute: [
            oidc.enableNonRepudiationChecks,
            // oxlint-disable-next-line typescript/no-deprecated -- only on this machine
            ...(isLoopbackIssuer(issuer) ? [oidc.allowInsecureRequests] : []),
          ],
        },
      );
      requireWebAddresses(client.serverMetadata(), issuer);
      return client;
    } catch (error) {
      throw new RefusedFlow('discovery', error instanceof Error ? error.message : '');
    }
  }
}

/** What is left of an address of a provider's metadata: the issuer that it is of. */
export function withoutMetadataPath(address: string): string {
  return address.replace(/\/?\.well-known\/[\w-]+\/?$/, '');
}

/**
 * The client shows the secret as the provider says it takes it: in the body where it says so, else
 * by the `Authorization` header, which the standard means where a provider says nothing.
 */
function clientSecret(secret: string): oidc.ClientAuth {
  const inBody = oidc.ClientSecretPost(secret);
  const inHeader = oidc.ClientSecretBasic(secret);
  return (server, ...rest) => {
    const { token_endpoint_auth_methods_supported: methods = [] } = server;
    return (methods.includes('client_secret_post') ? inBody : inHeader)(server, ...rest);
  };
}

/** Browsers are sent there: `javascript:` would be run by ours, and plain http read by others. */
function requireWebAddresses(server: oidc.ServerMetadata, issuer: string): void {
  const { authorization_endpoint: page, token_endpoint: token, jwks_uri: keys } = server;
  for (const address of [page, token, keys]) {
    const protocol = URL.parse(address ?? '')?.protocol;
    const isFine = protocol === 'https:' || (protocol === 'http:' && isLoopbackIssuer(issuer));
    if (!isFine) throw new Error(`It names an address that cannot be used: ${address ?? 'none'}`);
  }
}
