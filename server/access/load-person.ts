import type { Role } from '../../shared/access/roles.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import type { Person } from '../core/db/work.ts';

interface Row {
  account_id: string;
  display_name: string;
  email: string;
  home_id: string;
  home_path: string;
  grant_id: string | null;
  role: Role;
  organisation_id: string;
  path: string;
}

/**
 * The person behind a session as the database knows them now: the account active, the session
 * not over, no ancestor of the home suspended. Grants inside a suspended branch open nothing.
 * `null` where somebody has to sign in (again).
 */
export async function loadPerson(
  em: EntityManager,
  sessionHash: string,
  now: Date,
): Promise<Person | null> {
  const rows = await em.execute<Row[]>(
    `select a.id as account_id, a.display_name, a.email, a.organisation_id as home_id,
            h.path as home_path, g.id as grant_id, g.role, g.organisation_id, o.path
     from sessions s
     join accounts a on a.id = s.account_id and a.status = 'active'
     join organisations h on h.id = a.organisation_id
     left join grants g on g.account_id = a.id
     left join organisations o on o.id = g.organisation_id
     where s.token_hash = ? and s.expires_at > ?`,
    [sessionHash, timeParameter(em, now)],
  );
  const [first] = rows;
  if (!first) return null;
  const held = rows.filter((row) => row.grant_id !== null);
  const isSuspended = await suspendedPaths(em, [first.home_path, ...held.map(({ path }) => path)]);
  if (isSuspended(first.home_path)) return null;
  return {
    accountId: first.account_id,
    displayName: first.display_name,
    email: first.email,
    organisationId: first.home_id,
    homePath: first.home_path,
    grants: held
      .filter(({ path }) => !isSuspended(path))
      .map((row) => ({
        id: row.grant_id ?? '',
        role: row.role,
        organisationId: row.organisation_id,
        path: row.path,
      })),
  };
}

/** Tells of each path whether it, or anything above it, is suspended. */
export async function suspendedPaths(
  em: EntityManager,
  paths: readonly string[],
): Promise<(path: string) => boolean> {
  const ids = [...new Set(paths.flatMap((path) => path.split('/')))];
  const rows = await em.execute<{ id: string }[]>(
    `select id from organisations
     where status = 'suspended' and id in (${ids.map(() => '?').join(', ')})`,
    ids,
  );
  const suspended = new Set(rows.map(({ id }) => id));
  return (path) => path.split('/').some((id) => suspended.has(id));
}
