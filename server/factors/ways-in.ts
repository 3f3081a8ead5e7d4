import { PASSWORD_PATH } from '../../shared/organisations/sign-in-paths.ts';
import { readLaidDown } from '../organisations/laid-down.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';

interface Row {
  id: string;
  path: string;
  has_own: boolean | number;
  provider_id: string | null;
}

/**
 * By which paths each account could sign in as the rules of its home are: with something of
 * Canopy's own, or by providers, whether or not those are switched on. By none where its home, or
 * anything above it, is suspended.
 */
export async function waysInto(
  em: EntityManager,
  accountIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (accountIds.length === 0) return new Map();
  const rows = await em.execute<Row[]>(
    `select a.id, h.path, l.provider_id,
            (a.password_hash is not null
             or exists (select 1 from passkeys k where k.account_id = a.id)) as has_own
     from accounts a
     join organisations h on h.id = a.organisation_id
     left join linked_identities l on l.account_id = a.id
     where a.id in (${marksFor(accountIds)})`,
    [...accountIds],
  );
  const { allowsPath, isSuspended } = await readLaidDown(
    em,
    rows.map(({ path }) => path),
  );
  const ways = new Map(accountIds.map((id) => [id, new Set<string>()]));
  for (const { id, path, has_own, provider_id } of rows) {
    if (isSuspended(path)) continue;
    const own = has_own ? [PASSWORD_PATH] : [];
    for (const way of [...own, ...(provider_id === null ? [] : [provider_id])]) {
      if (allowsPath(path, way)) ways.get(id)?.add(way);
    }
  }
  return ways;
}

/** The same for the active administrators of the platform: one of them has to get in. */
export async function waysIntoPlatform(em: EntityManager): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select a.id from accounts a
     join grants g on g.account_id = a.id and g.role = 'PlatformAdministrator'
     where a.status = 'active'`,
  );
  const ways = await waysInto(
    em,
    rows.map(({ id }) => id),
  );
  return new Set([...ways.values()].flatMap((paths) => [...paths]));
}
