import { says } from '../../shared/federation/words.ts';
import type { ProviderButton, Providers } from '../../shared/federation/contract.ts';
import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';
import { Refusal } from '../../shared/core/refusals.ts';
import { readLaidDown } from '../organisations/laid-down.ts';
import { findInvitedHome } from '../sign-in/accept-invitation.ts';
import { endSessionsShutBelow } from '../sign-in/recheck-sessions.ts';
import { waysIntoPlatform } from '../factors/ways-in.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { findPlatformId } from '../organisations/found-platform.ts';
import { IdentityProvider } from './identity-provider.entity.ts';

/** The ways in that the whole platform allows, for whoever is not known yet. */
export function listWaysIn(work: Work): Promise<Providers> {
  return work.read(async ({ em }) => {
    const platformId = await findPlatformId(em);
    return platformId === null ? { password: true, federated: [] } : waysInAt(em, platformId);
  });
}

/** The ways in that are open to whoever holds the link of an invitation. */
export async function listInvitedWays(work: Work, token: string): Promise<Providers> {
  const path = await findInvitedHome(work, token);
  return work.read(({ em }) => waysInAt(em, path));
}

/** Which ways in are open to those at home at a path, the providers by their names. */
export async function waysInAt(em: EntityManager, path: string): Promise<Providers> {
  const enabled = await em.find(IdentityProvider, { enabled: true }, { orderBy: { label: 'asc' } });
  const { allowsPath } = await readLaidDown(em, [path]);
  return {
    password: allowsPath(path, PASSWORD_PATH),
    federated: enabled
      .filter(({ id }) => allowsPath(path, id))
      .map(({ id, label }): ProviderButton => ({ id, label })),
  };
}

/**
 * What narrowing the paths of an organisation brings: at least one stays open, no session outlives
 * the path by which it began, and somebody can still administer the platform.
 */
export async function narrowPaths(tx: Transaction, path: string): Promise<void> {
  const { password, federated } = await waysInAt(tx.em, path);
  if (!password && federated.length === 0) {
    throw new Refusal('auth.last-way', says.nobodyCouldSignIn);
  }
  await endSessionsShutBelow(tx, path);
  await requireWayIntoPlatform(tx);
}

/** The guard refuses what would leave no active administrator of the platform with a way in. */
export async function requireWayIntoPlatform(tx: Transaction): Promise<void> {
  if (await hasWayIntoPlatform(tx)) return;
  throw new Refusal('auth.last-way', says.platformLocksItselfOut);
}

/** Whether some active administrator of the platform can sign in. */
export async function hasWayIntoPlatform({ em }: Transaction): Promise<boolean> {
  const ways = await waysIntoPlatform(em);
  if (ways.has(PASSWORD_PATH)) return true;
  const enabled = await em.find(IdentityProvider, { enabled: true });
  return enabled.some(({ id }) => ways.has(id));
}
