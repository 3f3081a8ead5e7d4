import type { Role } from '../../shared/access/roles.ts';
import { nextStep } from '../../shared/accounts/next-step.ts';
import { asksMfaOf, type MfaRule, strictestMfa } from '../../shared/organisations/mfa-rule.ts';
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
  type: 'administrator' | 'user';
  must_change_password: boolean | number;
  has_second_factor: boolean | number;
  second_factor_at: Date | string | number | null;
  proved_at: Date | string | number | null;
}

/**
 * The person behind a session as the database knows them now: the account active, the session
 * not over and owing nothing, no ancestor of the home suspended. Grants inside a suspended branch
 * open nothing. `null` where somebody has to sign in (again), or to finish doing so.
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
  const holders = await loadHolders(em, sessionHashes, now);
  return new Map([...holders].filter(([, { next }]) => next === 'done'));
}

/** The same with those who still owe a step of signing in: for `Work`, which holds them to it. */
export async function loadHolder(
  em: EntityManager,
  sessionHash: string,
  now: Date,
): Promise<Person | null> {
  return (await loadHolders(em, [sessionHash], now)).get(sessionHash) ?? null;
}

export async function loadHolders(
  em: EntityManager,
  sessionHashes: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  const rows = await em.execute<Row[]>(
    `select s.token_hash, a.id as account_id, a.display_name, a.email,
            a.organisation_id as home_id, h.path as home_path,
            a.type, a.must_change_password, a.has_second_factor, s.second_factor_at, s.proved_at,
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
  const laidDown = await readLaidDown(em, paths);
  return new Map(
    [...Map.groupBy(rows, (row) => row.token_hash)].flatMap(([hash, rowsOfOne]) => {
      const person = personOf(rowsOfOne, laidDown);
      return person ? [[hash, person]] : [];
    }),
  );
}

function personOf(rows: readonly Row[], { isSuspended, mfaAt }: LaidDown): Person | null {
  const [first] = rows;
  if (!first || isSuspended(first.home_path)) return null;
  const held = rows.flatMap(({ grant_id: id, role, organisation_id: organisationId, path }) =>
    id === null || path === null ? [] : { id, role, organisationId, path },
  );
  const effective = held.filter(({ path }) => !isSuspended(path));
  const isSecondFactorAsked = asksMfaOf(
    strictestMfa([first.home_path, ...effective.map(({ path }) => path)].map(mfaAt)),
    first.type,
  );
  const next = nextStep({
    hasSecondFactor: Boolean(first.has_second_factor),
    isSecondFactorShown: first.second_factor_at !== null,
    mustChangePassword: Boolean(first.must_change_password),
    isSecondFactorAsked,
  });
  return {
    accountId: first.account_id,
    displayName: first.display_name,
    email: first.email,
    organisationId: first.home_id,
    homePath: first.home_path,
    grants: next === 'done' ? effective : [],
    heldPaths: held.map(({ path }) => path),
    next,
    isSecondFactorAsked,
    provedAt: first.proved_at === null ? null : new Date(first.proved_at),
  };
}

/** What the levels of some paths lay down for those below them. */
interface LaidDown {
  /** Whether the path's organisation, or anything above it, is suspended. */
  isSuspended: (path: string) => boolean;
  /** Of whom a second factor is asked there. */
  mfaAt: (path: string) => MfaRule;
}

/** Tells of each path whether it, or anything above it, is suspended. */
export async function suspendedPaths(
  em: EntityManager,
  paths: readonly string[],
): Promise<(path: string) => boolean> {
  return (await readLaidDown(em, paths)).isSuspended;
}

/** What holds at each of the paths; in one query. */
export async function readLaidDown(em: EntityManager, paths: readonly string[]): Promise<LaidDown> {
  const ids = [...new Set(paths.flatMap((path) => path.split('/')))];
  const rows = await em.execute<{ id: string; status: string; mfa: MfaRule | null }[]>(
    `select o.id, o.status, s.mfa from organisations o
     left join organisation_settings s on s.organisation_id = o.id
     where o.id in (${ids.map(() => '?').join(', ')})
       and (o.status = 'suspended' or s.mfa <> 'nobody')`,
    ids,
  );
  const suspended = new Set(rows.flatMap(({ id, status }) => (status === 'suspended' ? id : [])));
  const mfaOf = new Map(rows.map(({ id, mfa }) => [id, mfa ?? 'nobody']));
  return {
    isSuspended: (path) => path.split('/').some((id) => suspended.has(id)),
    mfaAt: (path) => strictestMfa(path.split('/').map((id) => mfaOf.get(id) ?? 'nobody')),
  };
}
