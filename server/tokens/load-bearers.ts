import { type AccountKind, mayBear, type Role } from '../../shared/access/roles.ts';
import { idsAlong, idsOf, isWithin } from '../../shared/organisations/path.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Person } from '../core/db/person.ts';

interface Row {
  token_hash: string;
  id: string;
  name: string;
  role: Role;
  organisation_id: string;
  path: string;
  expires_at: Date | string | number;
  account_id: string;
  display_name: string;
  email: string | null;
  type: AccountKind;
  home_id: string;
  home_path: string;
  held_id: string | null;
  held_role: Role;
  held_path: string | null;
}

/** Which organisations shut something, of those that were asked for. */
interface Shut {
  suspended: ReadonlySet<string>;
  closed: ReadonlySet<string>;
}

/**
 * Whoever calls by API tokens, by the tokens' hashes, as the database knows them now: the token's
 * account, holding the token's one grant, and that only while the account still holds a role that
 * backs it. A token that expired, was revoked, or is of an account that is shut out is of nobody.
 */
export async function loadBearers(
  em: EntityManager,
  hashes: readonly string[],
  now: Date,
): Promise<[hash: string, bearer: Person][]> {
  if (hashes.length === 0) return [];
  const rows = await em.execute<Row[]>(
    `select t.token_hash, t.id, t.name, t.role, t.organisation_id, o.path, t.expires_at,
            a.id as account_id, a.display_name, a.email, a.type, h.id as home_id, h.path as home_path,
            g.id as held_id, g.role as held_role, p.path as held_path
     from api_tokens t
     join organisations o on o.id = t.organisation_id
     join accounts a on a.id = t.account_id and a.status = 'active'
     join organisations h on h.id = a.organisation_id
     left join grants g on g.account_id = a.id and g.expires_at is null
     left join organisations p on p.id = g.organisation_id
     where t.token_hash in (${marksFor(hashes)}) and t.expires_at > ?`,
    [...hashes, timeParameter(em, now)],
  );
  if (rows.length === 0) return [];
  const shut = await readShut(
    em,
    rows.flatMap(({ path, home_path, held_path }) => [path, home_path, held_path ?? '']),
  );
  const ofEach = [...Map.groupBy(rows, (row) => row.token_hash)];
  return ofEach.flatMap(([hash, ofOne]): [string, Person][] => {
    const bearer = bearerOf(ofOne, shut);
    return bearer ? [[hash, bearer]] : [];
  });
}

function bearerOf(rows: readonly Row[], shut: Shut): Person | null {
  const [first] = rows;
  if (!first || isSuspended(first.home_path, shut)) return null;
  const { id, name, role, organisation_id: organisationId, path } = first;
  const isBacked = rows.some((row) => backs(row, shut));
  return {
    accountId: first.account_id,
    displayName: first.display_name,
    email: first.email ?? '',
    organisationId: first.home_id,
    homePath: first.home_path,
    grants: isBacked
      ? [{ id, role, organisationId, path, expiresAt: null, accessRequestId: null }]
      : [],
    heldPaths: [path, ...rows.flatMap(({ held_path }) => held_path ?? [])],
    next: 'done',
    isSecondFactorAsked: false,
    provedAt: null,
    token: { id, name, expiresAt: new Date(first.expires_at) },
  };
}

/** Whether a grant of the account's carries the token's role at its place as things stand now. */
function backs({ path, role, type, held_role, held_path }: Row, shut: Shut): boolean {
  if (held_path === null || !isWithin(path, held_path)) return false;
  const below = idsOf(path).slice(idsOf(held_path).length);
  const isClosed = below.some((id) => shut.closed.has(id));
  return mayBear(type, held_role, role) && !isClosed && !isSuspended(path, shut);
}

function isSuspended(path: string, { suspended }: Shut): boolean {
  return idsOf(path).some((id) => suspended.has(id));
}

async function readShut(em: EntityManager, paths: readonly string[]): Promise<Shut> {
  const ids = idsAlong(paths);
  const rows = await em.execute<{ id: string; status: string; mode: string }[]>(
    `select id, status, management_mode as mode from organisations
     where id in (${marksFor(ids)})
       and (status = 'suspended' or management_mode = 'self-managed')`,
    ids,
  );
  return {
    suspended: new Set(rows.flatMap(({ id, status }) => (status === 'suspended' ? id : []))),
    closed: new Set(rows.flatMap(({ id, mode }) => (mode === 'self-managed' ? id : []))),
  };
}
