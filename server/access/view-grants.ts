import type { Grant as View } from '../../shared/access/contract.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';

interface Row {
  id: string;
  account_id: string;
  role: Role;
  version: number;
  organisation_id: string;
  kind: OrganisationKind;
  organisation_name: string;
  path: string;
  account_name: string;
  email: string | null;
  expires_at: Date | string | number | null;
}

/** A grant as read, with the path of its organisation for scope checks. */
export interface LocatedGrant {
  grant: View;
  path: string;
}

/** The grants of accounts, or at organisations, with the names on both ends; in one query. */
export async function viewGrants(
  em: EntityManager,
  by: 'accountId' | 'organisationId' | 'id',
  ids: readonly string[],
): Promise<LocatedGrant[]> {
  if (ids.length === 0) return [];
  const column = { accountId: 'account_id', organisationId: 'organisation_id', id: 'id' }[by];
  const rows = await em.execute<Row[]>(
    `select g.id, g.account_id, g.role, g.version, g.expires_at, o.id as organisation_id, o.kind,
            o.display_name as organisation_name, o.path, a.display_name as account_name, a.email
     from grants g
     join organisations o on o.id = g.organisation_id
     join accounts a on a.id = g.account_id
     where g.${column} in (${marksFor(ids)})
     order by o.path, a.sort_name, g.id`,
    [...ids],
  );
  return rows.map((row) => ({
    path: row.path,
    grant: {
      id: row.id,
      accountId: row.account_id,
      role: row.role,
      version: row.version,
      organisation: {
        id: row.organisation_id,
        kind: row.kind,
        displayName: row.organisation_name,
      },
      account: { id: row.account_id, displayName: row.account_name, email: row.email },
      expiresAt: row.expires_at === null ? null : new Date(row.expires_at).toISOString(),
    },
  }));
}

/** The grants that have not ended: an expired one stays in the table until it is removed. */
export function inForce(found: readonly LocatedGrant[], now: Date): LocatedGrant[] {
  const at = now.toISOString();
  return found.filter(({ grant: { expiresAt } }) => expiresAt === null || expiresAt > at);
}
