import { says } from '../../shared/federation/words.ts';
import type {
  EditProvider,
  NewProvider,
  Provider as View,
} from '../../shared/federation/contract.ts';
import { isDirectoryId, issuerOf } from '../../shared/federation/issuer.ts';
import { isId } from '../../shared/core/ids.ts';
import type { Page } from '../../shared/core/paging.ts';
import { Refusal, refuseField } from '../../shared/core/refusals.ts';
import { unlinkProvider } from '../sign-in/linked-identities.ts';
import { endSessionsBegunBy } from '../sign-in/recheck-sessions.ts';
import { requireRecent } from '../sign-in/require-recent.ts';
import { type ExpectedVersion, mergeEdit } from '../core/changes/merge-edit.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { newId } from '../core/new-id.ts';
import type { Secrets } from '../core/secrets.ts';
import { findPlatformId } from '../organisations/found-platform.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { IdentityProvider } from './identity-provider.entity.ts';
import { requireWayIntoPlatform } from './open-paths.ts';
import { viewProvider } from './provider-view.ts';
import { providerPublication } from './publications.ts';

/** What a client secret is sealed for. */
export const SECRET_PURPOSE = 'client secret';

/** Every provider, for who may see the platform's settings. */
export function listProviders(work: Work): Promise<Page<View>> {
  return work.read(async (reading) => {
    await requirePlatform(reading, 'settings.view');
    const providers = await reading.em.find(IdentityProvider, {}, { orderBy: { label: 'asc' } });
    return { items: providers.map(viewProvider), nextCursor: null };
  });
}

/**
 * An administrator of the platform connects a provider. Nobody comes in by it before it is switched
 * on and linked to somebody.
 */
export function createProvider(work: Work, secrets: Secrets, input: NewProvider): Promise<View> {
  const issuer = issuerOf(input);
  if (issuer === null) {
    throw refuseField(input.kind === 'entra' ? 'tenant' : 'issuer', says.issuerMissing);
  }
  const directories = directoriesOf(input);
  requirePinned(input.kind, directories);
  return work.transaction('provider.create', async (tx) => {
    const organisationId = await requireManager(tx);
    const { kind, label, clientId, clientSecret, scopes, domain, enabled } = input;
    const provider = tx.em.create(IdentityProvider, {
      id: newId(),
      organisationId,
      kind,
      label,
      issuer,
      clientId,
      sealedSecret: null,
      secretSetAt: null,
      scopes,
      directories,
      domain,
      enabled,
      test: null,
      createdAt: tx.now,
    });
    keepSecret(tx, secrets, provider, clientSecret);
    await tx.em.flush();
    return viewProvider(provider);
  });
}

/**
 * An administrator of the platform changes the touched fields of a provider. Switching it off ends
 * the sessions that were begun by it, unless it is the last way into the platform.
 */
export function editProvider(
  work: Work,
  secrets: Secrets,
  id: string,
  {
    patch: { clientSecret, ...patch },
    expected,
  }: { patch: EditProvider; expected: ExpectedVersion },
): Promise<View> {
  return work.transaction(
    'provider.edit',
    async (tx) => {
      await requireManager(tx);
      const provider = await findProvider(tx, id);
      const wasEnabled = provider.enabled;
      const columns = await mergeEdit(tx, providerPublication, provider, patch, expected);
      Object.assign(provider, columns);
      requirePinned(provider.kind, provider.directories);
      if (clientSecret !== undefined) keepSecret(tx, secrets, provider, clientSecret);
      await tx.em.flush();
      if (wasEnabled && !provider.enabled) await shut(tx, id);
      return viewProvider(provider);
    },
    { changesAccess: true, ignoresKey: true },
  );
}

/**
 * An administrator of the platform disconnects a provider for good, with every identity that opens
 * an account by it.
 */
export function deleteProvider(work: Work, id: string): Promise<void> {
  return work.transaction(
    'provider.delete',
    async (tx) => {
      await requireManager(tx);
      tx.em.remove(await findProvider(tx, id));
      await unlinkProvider(tx, id);
      await shut(tx, id);
    },
    { changesAccess: true },
  );
}

/** The provider of this id; whoever may not see it was refused before. */
export async function findProvider({ em }: Reading, id: string): Promise<IdentityProvider> {
  const provider = isId(id) ? await em.findOne(IdentityProvider, { id }) : null;
  if (!provider) throw new Refusal('not-found');
  return provider;
}

/** The platform, if the person may do this there. */
export async function requirePlatform(
  reading: Reading,
  action: 'settings.view' | 'settings.federate',
): Promise<string> {
  const { id } = await requirePlace(reading, (await findPlatformId(reading.em)) ?? '', action);
  return id;
}

/** Who vouches for people can let anybody in: only who has just shown who they are says so. */
async function requireManager(tx: Transaction): Promise<string> {
  const id = await requirePlatform(tx, 'settings.federate');
  requireRecent(tx, tx.person);
  return id;
}

async function shut(tx: Transaction, id: string): Promise<void> {
  await endSessionsBegunBy(tx, id);
  await requireWayIntoPlatform(tx);
}

function keepSecret(
  tx: Transaction,
  secrets: Secrets,
  provider: IdentityProvider,
  clientSecret: string,
): void {
  const isGiven = clientSecret !== '';
  Object.assign(provider, {
    sealedSecret: isGiven ? secrets.seal(clientSecret, SECRET_PURPOSE, provider.id) : null,
    secretSetAt: isGiven ? tx.now : null,
  });
}

/** A provider of one directory is pinned to it, whether or not that was said. */
function directoriesOf({ kind, tenant, directories }: NewProvider): string[] {
  const isOne = kind === 'entra' && tenant !== undefined && isDirectoryId(tenant);
  return directories.length === 0 && isOne ? [tenant.toLowerCase()] : directories;
}

/** Anybody can have a directory at Entra, so some are named. */
function requirePinned(kind: View['kind'], directories: readonly string[]): void {
  if (kind !== 'entra' || directories.length > 0) return;
  throw refuseField('directories', says.nameDirectories);
}
