import type { IssuerFound } from '../../shared/federation/contract.ts';
import { whyNotIssuer } from '../../shared/federation/issuer.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlatform } from './administer-providers.ts';
import { type ProviderClients, withoutMetadataPath } from './provider-clients.ts';
import { RefusedFlow } from './refused-flow.ts';

/**
 * The issuer that the provider at an address calls itself by. Tokens are held against it letter by
 * letter, so one slash too many is noticed here, and not at somebody's first sign-in.
 */
export async function findIssuer(
  work: Work,
  clients: ProviderClients,
  address: string,
): Promise<IssuerFound> {
  await work.read((reading) => requirePlatform(reading, 'settings.federate'));
  const message = whyNotIssuer(withoutMetadataPath(address));
  if (message) {
    throw new Refusal('request.invalid', message, { errors: [{ path: 'address', message }] });
  }
  try {
    return { issuer: await clients.issuerAt(address) };
  } catch (error) {
    if (!(error instanceof RefusedFlow)) throw error;
    throw new Refusal('provider.unreachable', error.message);
  }
}
