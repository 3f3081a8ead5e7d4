import type { Role } from '../../shared/access/roles.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import type { Token as View } from '../../shared/tokens/contract.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';

interface Row {
  id: string;
  name: string;
  role: Role;
  version: number;
  created_at: Date | string | number;
  expires_at: Date | string | number;
  last_used_at: Date | string | number | null;
  organisation_id: string;
  kind: OrganisationKind;
  organisation_name: string;
  path: string;
  account_id: string;
  account_name: string;
  made_by_id: string | null;
  made_by_name: string | null;
  from_id: string | null;
  from_kind: OrganisationKind;
  from_name: string;
}

/** A token as read, with the path of its organisation for scope checks. */
export interface LocatedToken {
  token: View;
  path: string;
}

/** The tokens of accounts, or at organisations, with the names on both ends; in one query. */
export async function viewTokens(
  em: EntityManager,
  by: 'accountId' | 'organisationId' | 'id',
  ids: readonly string[],
): Promise<LocatedToken[]> {
  if (ids.length === 0) return [];
  const column = { accountId: 'account_id', organisationId: 'organisation_id', id: 'id' }[by];
  const rows = await em.execute<Row[]>(
    `select t.id, t.name, t.role, t.version, t.created_at, t.expires_at, t.last_used_at,
            o.id as organisation_id, o.kind, o.display_name as organisation_name, o.path,
            a.id as account_id, a.display_name as account_name, t.made_by_id, t.made_by_name,
            f.id as from_id, f.kind as from_kind, f.display_name as from_name
     from api_tokens t
     join organisations o on o.id = t.organisation_id
     join accounts a on a.id = t.account_id
     left join organisations f on f.id = t.made_from_id
     where t.${column} in (${marksFor(ids)})
     order by o.path, t.id`,
    [...ids],
  );
  return rows.map((row) => ({
    path: row.path,
    token: {
      id: row.id,
      name: row.name,
      role: row.role,
      organisation: {
        id: row.organisation_id,
        kind: row.kind,
        displayName: row.organisation_name,
      },
      maker: { id: row.account_id, displayName: row.account_name },
      madeBy:
        row.made_by_id === null
          ? null
          : { id: row.made_by_id, displayName: row.made_by_name ?? '' },
      madeFrom:
        row.from_id === null
          ? null
          : { id: row.from_id, kind: row.from_kind, displayName: row.from_name },
      createdAt: new Date(row.created_at).toISOString(),
      expiresAt: new Date(row.expires_at).toISOString(),
      lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at).toISOString(),
      version: row.version,
    },
  }));
}
