import * as oidc from 'openid-client';
import { isLoopbackIssuer, whyNotIssuer } from '../../shared/federation/issuer.ts';
import { MINUTE } from '../core/clock.ts';
import type { Secrets } from '../core/secrets.ts';
import { SECRET_PURPOSE } from './administer-providers.ts';
import type { IdentityProvider } from './identity-provider.entity.ts';
import { RefusedFlow } from './refused-flow.ts';

/** How long what a provider says of itself is taken as known. */
const KNOWN_FOR = 10 * MINUTE;

/** How long a provider has for each answer. */
const PATIENCE_SECONDS = 10;

/** How far clocks may be apart. */
export const SKEW_SECONDS = 60;

interface Known {
  version: number;
  until: number;
  client: oidc.Configuration;
}

/**
 * This server as a client of each provider, as the provider describes itself. Signatures are
 * always checked: that the token came over TLS says only who was asked.
 */
export class ProviderClients {
  readonly #secrets: Secrets;
  readonly #known = new Map<string, Known>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  async of(provider: IdentityProvider): Promise<oidc.Configuration> {
    const { id, version } = provider;
    const known = this.#known.get(id);
    if (known?.version === version && known.until > Date.now()) return known.client;
    const client = await this.#discover(provider);
    this.#known.set(id, { version, until: Date.now() + KNOWN_FOR, client });
    return client;
  }

  async #discover(provider: IdentityProvider): Promise<oidc.Configuration> {
    const { id, issuer, clientId, sealedSecret } = provider;
    const why = whyNotIssuer(issuer);
    if (why) throw new RefusedFlow('discovery', why);
    try {
      const secret = sealedSecret ? this.#secrets.open(sealedSecret, SECRET_PURPOSE, id) : null;
      return await oidc.discovery(
        new URL(issuer),
        clientId,
        { [oidc.clockTolerance]: SKEW_SECONDS },
        secret === null ? oidc.None() : oidc.ClientSecretPost(secret),
        {
          timeout: PATIENCE_SECONDS,
          execute: [
            oidc.enableNonRepudiationChecks,
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- only on this machine
            ...(isLoopbackIssuer(issuer) ? [oidc.allowInsecureRequests] : []),
          ],
        },
      );
    } catch (error) {
      throw new RefusedFlow('discovery', error instanceof Error ? error.message : '');
    }
  }
}
