import { says } from '../../shared/federation/words.ts';
import { refuseFor } from '../../shared/core/refusals.ts';
import { leadsThrough } from '../../shared/organisations/path.ts';
import type { Captured } from '../core/changes/capture.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { hasWayIntoPlatform } from './open-paths.ts';

/**
 * The platform always keeps an active administrator who can sign in. Looked at after the deed and
 * before its commit, so that it holds whichever way the last one would be lost: their role, their
 * account, their home, or a level above that home, which somebody far below the platform may
 * suspend or move. What concerns no administrator of the platform is not held up by it.
 */
export async function keepAdministered(
  tx: Transaction,
  captured: readonly Captured[],
): Promise<void> {
  const losses = captured.filter(mayShutOut);
  if (losses.length === 0) return;
  const administrators = await readAdministrators(tx.em);
  const isConcerned = ({ publication: { resource }, recordId }: Captured) =>
    resource === 'grant' ||
    administrators.some(({ id, path }) => id === recordId || leadsThrough(path, recordId));
  if (!losses.some(isConcerned) || (await hasWayIntoPlatform(tx))) return;
  throw refuseFor('state', says.shutsOutPlatform);
}

function mayShutOut({ publication, op, before, pathBefore }: Captured): boolean {
  if (op === 'create') return false;
  switch (publication.resource) {
    case 'grant':
      return before['role'] === 'PlatformAdministrator';
    case 'account':
      return 'status' in before || 'organisationId' in before;
    case 'organisation':
      return pathBefore !== null || 'status' in before;
    default:
      return false;
  }
}

function readAdministrators(em: EntityManager): Promise<{ id: string; path: string }[]> {
  return em.execute(
    `select a.id, h.path from grants g
     join accounts a on a.id = g.account_id
     join organisations h on h.id = a.organisation_id
     where g.role = 'PlatformAdministrator'`,
  );
}
