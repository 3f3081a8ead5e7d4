import type { Said } from '../../shared/core/words/said.ts';
import { says } from '../../shared/access/words.ts';
import { LAST_OWN_ROLE, lastOfPlatform } from '../../shared/access/last-role.ts';
import { isAdministrator, mayAssign, type Role } from '../../shared/access/roles.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Grant as GrantView } from '../../shared/access/contract.ts';
import { leadsThrough, parentOf } from '../../shared/organisations/path.ts';
import { suspendedPaths } from '../organisations/laid-down.ts';

/** A grant that would be removed, with the path of its organisation. */
export interface LosingGrant {
  grant: Pick<GrantView, 'id' | 'role' | 'accountId' | 'organisation'>;
  path: string;
}

/**
 * Why these grants of one account cannot be removed, in a sentence, or `null`: the platform always
 * keeps an active administrator, any other organisation loses its last one only through those above
 * it, and nobody gives up their own last administrative role. An account whose home is suspended
 * does not count, nor does a machine account: nobody could sign in with it.
 */
export async function whyNotLose(
  reading: Reading,
  losing: readonly LosingGrant[],
): Promise<Said | null> {
  const administrative = losing.filter(({ grant }) => isAdministrator(grant.role));
  const { accountId, token } = reading.person;
  if (token && losing.some(({ grant }) => grant.accountId === accountId)) {
    return says.tokenTakesNoRole;
  }
  if (losesOwnLast(reading, administrative)) {
    return LAST_OWN_ROLE;
  }
  for (const { grant, path } of administrative) {
    if (!(await isLast(reading, grant.organisation.id, grant.accountId))) continue;
    const name = grant.organisation.displayName;
    if (grant.organisation.kind === 'platform') {
      return lastOfPlatform(name);
    }
    if (!mayActAbove(reading, path, grant.role)) {
      return says.lastOfOrganisation({ name });
    }
  }
  return null;
}

function losesOwnLast({ person }: Reading, losing: readonly LosingGrant[]): boolean {
  const own = losing.filter(({ grant }) => grant.accountId === person.accountId);
  if (own.length === 0) return false;
  const lost = new Set(own.map(({ grant }) => grant.id));
  return !person.grants.some(
    ({ id, role, expiresAt }) => expiresAt === null && isAdministrator(role) && !lost.has(id),
  );
}

function mayActAbove({ person }: Reading, path: string, role: Role): boolean {
  const above = parentOf(path);
  return person.grants.some(
    (grant) => leadsThrough(above, grant.organisationId) && mayAssign(grant.role, role),
  );
}

async function isLast({ em }: Reading, organisationId: string, accountId: string) {
  const rows = await em.execute<{ type: string; home: string | null }[]>(
    `select own.type, h.path as home from accounts own
     left join grants g on g.organisation_id = ? and g.account_id <> own.id
       and g.role like '%Administrator' and g.expires_at is null
     left join accounts a on a.id = g.account_id and a.status = 'active' and a.type <> 'machine'
     left join organisations h on h.id = a.organisation_id
     where own.id = ?`,
    [organisationId, accountId],
  );
  if (rows[0]?.type === 'machine') return false;
  const homes = rows.flatMap(({ home }) => home ?? []);
  if (homes.length === 0) return true;
  const isShut = await suspendedPaths(em, homes);
  return homes.every(isShut);
}
