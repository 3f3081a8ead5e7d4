import { says } from '../../shared/federation/words.ts';
import type { IssuerFound } from '../../shared/federation/contract.ts';
import { whyNotIssuer } from '../../shared/federation/issuer.ts';
import { Refusal, refuseField } from '../../shared/core/refusals.ts';
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
  const why = whyNotIssuer(withoutMetadataPath(address));
  if (why) throw refuseField('address', why);
  try {
    return { issuer: await clients.issuerAt(address) };
  } catch (error) {
    if (!(error instanceof RefusedFlow)) throw error;
    throw new Refusal('provider.unreachable', says.providerSaid({ why: error.message }));
  }
}
