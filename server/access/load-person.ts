import type { Role } from '../../shared/access/roles.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import type { Person } from '../core/db/work.ts';

interface Row {
  token_hash: string;
  account_id: string;
  display_name: string;
  email: string;
  home_id: string;
  home_path: string;
  grant_id: string | null;
  role: Role;
  organisation_id: string;
  path: string | null;
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
  return (await loadPersons(em, [sessionHash], now)).get(sessionHash) ?? null;
}

/** The same for many sessions, by their hashes; in two queries. */
export async function loadPersons(
  em: EntityManager,
  sessionHashes: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  const rows = await em.execute<Row[]>(
    `select s.token_hash, a.id as account_id, a.display_name, a.email,
            a.organisation_id as home_id, h.path as home_path,
            g.id as grant_id, g.role, g.organisation_id, o.path
     from sessions s
     join accounts a on a.id = s.account_id and a.status = 'active'
     join organisations h on h.id = a.organisation_id
     left join grants g on g.account_id = a.id
     left join organisations o on o.id = g.organisation_id
     where s.token_hash in (${sessionHashes.map(() => '?').join(', ')}) and s.expires_at > ?`,
    [...sessionHashes, timeParameter(em, now)],
  );
  if (rows.length === 0) return new Map();
  const paths = rows.flatMap(({ home_path, path }) => [
    home_path,
    ...(path === null ? [] : [path]),
  ]);
  const isSuspended = await suspendedPaths(em, paths);
  return new Map(
    [...Map.groupBy(rows, (row) => row.token_hash)].flatMap(([hash, rowsOfOne]) => {
      const person = personOf(rowsOfOne, isSuspended);
      return person ? [[hash, person]] : [];
    }),
  );
}

function personOf(rows: readonly Row[], isSuspended: (path: string) => boolean): Person | null {
  const [first] = rows;
  if (!first || isSuspended(first.home_path)) return null;
  const held = rows.flatMap(({ grant_id: id, role, organisation_id: organisationId, path }) =>
    id === null || path === null ? [] : { id, role, organisationId, path },
  );
  return {
    accountId: first.account_id,
    displayName: first.display_name,
    email: first.email,
    organisationId: first.home_id,
    homePath: first.home_path,
    grants: held.filter(({ path }) => !isSuspended(path)),
    heldPaths: held.map(({ path }) => path),
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
