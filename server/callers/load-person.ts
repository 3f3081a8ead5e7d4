import { carries } from '../../shared/access/authority.ts';
import type { AccessKind } from '../../shared/access/contract.ts';
import type { AccountKind, Role } from '../../shared/access/roles.ts';
import { nextStep } from '../../shared/core/next-step.ts';
import { asksMfaOf, strictestMfa } from '../../shared/organisations/mfa-rule.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Person } from '../core/db/person.ts';
import { isOnlooker, lentByGlass } from '../access-requests/broken-glass.ts';
import { type LaidDown, readLaidDown } from '../organisations/laid-down.ts';
import { loadBearers } from '../tokens/load-bearers.ts';

type PersonGrant = Person['grants'][number];

interface Row {
  /** What they were asked for by: the hash of a session's token, or the account. */
  holder: string;
  account_id: string;
  display_name: string;
  email: string;
  home_id: string;
  home_path: string;
  grant_id: string | null;
  role: Role;
  organisation_id: string;
  grant_expires_at: Date | string | number | null;
  access_request_id: string | null;
  access_kind: AccessKind | null;
  path: string | null;
  type: AccountKind;
  /** `null` where nobody signed in: what is told people who are away. */
  sign_in_path: string | null;
  must_change_password: boolean | number;
  has_second_factor: boolean | number;
  second_factor_at: Date | string | number | null;
  proved_at: Date | string | number | null;
}

/**
 * The persons behind sessions, by their tokens' hashes, as the database knows them now: the account
 * active, the session not over and owing nothing, no ancestor of the home suspended. Grants inside a
 * suspended branch open nothing. Who has to sign in (again), or to finish doing so, is missing.
 */
export async function loadPersons(
  em: EntityManager,
  sessionHashes: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  return withoutOwing(await loadHolders(em, sessionHashes, now));
}

/** Those of the holders who owe no step of signing in. */
export function withoutOwing(holders: ReadonlyMap<string, Person>): Map<string, Person> {
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

/** Everybody behind the hashes; those that are of no session may be of API tokens. */
export async function loadHolders(
  em: EntityManager,
  sessionHashes: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  const sessions = `select token_hash as holder, account_id, sign_in_path, second_factor_at, proved_at
    from sessions where token_hash in (${marksFor(sessionHashes)}) and expires_at > ?`;
  const holders = await readPersons(em, sessions, [...sessionHashes, timeParameter(em, now)], now);
  const others = sessionHashes.filter((hash) => !holders.has(hash));
  return new Map([...holders, ...(await loadBearers(em, others, now))]);
}

/**
 * Active accounts as if they were signed in now, with the second factor that they have: for what
 * is told them while they are away. Whoever would owe a step is missing, as at a session.
 */
export async function loadReaders(
  em: EntityManager,
  accountIds: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  const accounts = `select id as holder, id as account_id, cast(null as text) as sign_in_path,
      case when has_second_factor then created_at end as second_factor_at,
      null as proved_at
    from accounts where id in (${marksFor(accountIds)})`;
  return withoutOwing(await readPersons(em, accounts, accountIds, now));
}

/** The persons of a query of holders: by what they are known, and how they signed in. */
async function readPersons(
  em: EntityManager,
  holders: string,
  parameters: readonly unknown[],
  now: Date,
): Promise<Map<string, Person>> {
  const rows = await em.execute<Row[]>(
    `select s.holder, a.id as account_id, a.display_name, a.email,
            a.organisation_id as home_id, h.path as home_path,
            a.type, s.sign_in_path, (a.must_change_password and a.password_hash is not null)
              as must_change_password,
            a.has_second_factor, s.second_factor_at,
            s.proved_at,
            g.id as grant_id, g.role, g.organisation_id, g.expires_at as grant_expires_at,
            g.access_request_id, r.kind as access_kind, o.path
     from (${holders}) s
     join accounts a on a.id = s.account_id and a.status = 'active'
     join organisations h on h.id = a.organisation_id
     left join grants g on g.account_id = a.id and (g.expires_at is null or g.expires_at > ?)
     left join organisations o on o.id = g.organisation_id
     left join access_requests r on r.id = g.access_request_id`,
    [...parameters, timeParameter(em, now)],
  );
  if (rows.length === 0) return new Map();
  const lent = isOnlooker(rows.flatMap(toGrant)) ? await lentByGlass(em, now) : [];
  const paths = rows.flatMap(({ home_path, path }) => [
    home_path,
    ...(path === null ? [] : [path]),
  ]);
  const laidDown = await readLaidDown(em, [...paths, ...lent.map(({ path }) => path)]);
  const persons = [...Map.groupBy(rows, (row) => row.holder)].flatMap(([holder, rowsOfOne]) => {
    const person = personOf(rowsOfOne, laidDown, lent);
    return person ? [[holder, person] as const] : [];
  });
  return new Map(persons);
}

function personOf(
  rows: readonly Row[],
  { isSuspended, mfaAt, allowsPath }: LaidDown,
  lent: Person['grants'],
): Person | null {
  const [first] = rows;
  if (!first || isSuspended(first.home_path)) return null;
  const { sign_in_path: way } = first;
  if (way !== null && !allowsPath(first.home_path, way)) return null;
  const held = rows.flatMap(toGrant);
  const lasting = held.filter(({ path, expiresAt }) => expiresAt === null && !isSuspended(path));
  const isSecondFactorAsked = asksMfaOf(
    strictestMfa([first.home_path, ...lasting.map(({ path }) => path)].map(mfaAt)),
    first.type,
  );
  // A rule of the inside asks its guests for nothing elsewhere: without a second factor the inside
  // stays closed to them, and to whoever it is only lent to.
  const isOpenTo = ({ path }: PersonGrant) =>
    !isSuspended(path) && (Boolean(first.has_second_factor) || !asksMfaOf(mfaAt(path), first.type));
  const guest = guestGrants(rows, lasting).filter(isOpenTo);
  const onlooker = isOnlooker(lasting) ? lent.filter(isOpenTo) : [];
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
    grants: next === 'done' ? [...lasting, ...guest, ...onlooker] : [],
    heldPaths: held.map(({ path }) => path),
    next,
    isSecondFactorAsked,
    provedAt: first.proved_at === null ? null : new Date(first.proved_at),
    token: null,
  };
}

function toGrant(row: Row): PersonGrant | [] {
  const { grant_id: id, role, organisation_id: organisationId, grant_expires_at: end, path } = row;
  if (id === null || path === null) return [];
  const expiresAt = end === null ? null : new Date(end).toISOString();
  return { id, role, organisationId, path, expiresAt, accessRequestId: row.access_request_id };
}

/**
 * Access through barriers, as far as a lasting role carries it: whoever loses the role that could
 * ask for it loses with it what was let in on its strength.
 */
function guestGrants(rows: readonly Row[], lasting: readonly PersonGrant[]): PersonGrant[] {
  return rows.flatMap((row) => {
    const [grant] = [toGrant(row)].flat();
    if (!grant || grant.expiresAt === null || row.access_kind === null) return [];
    const lent = { kind: row.access_kind, role: grant.role, path: grant.path };
    return lasting.some((above) => carries(above, lent)) ? grant : [];
  });
}
