import { isAdministrator, looksThroughGlass, rolesFor } from '../../shared/access/roles.ts';
import type { OrganisationKind } from '../../shared/organisations/hierarchy.ts';
import { type EntityManager, timeParameter } from '../core/db/open-database.ts';
import { isPlatform } from '../../shared/organisations/path.ts';
import type { Person } from '../core/db/person.ts';
import { locate } from '../organisations/require-organisation.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { accessChanged } from '../access/events.ts';

interface Row {
  id: string;
  organisation_id: string;
  kind: OrganisationKind;
  path: string;
  expires_at: Date | string | number;
}

/** Whether who holds these roles looks through the glasses that others broke. */
export function isOnlooker(
  grants: readonly Pick<Person['grants'][number], 'role' | 'expiresAt'>[],
) {
  return grants.some(({ role, expiresAt }) => expiresAt === null && looksThroughGlass(role));
}

/**
 * What readers of the platform are lent: reading, wherever an administrator's broken glass is in
 * force, and no longer than that administrator is one. It is a grant that ends, as theirs is, so
 * every door knows it; but it is nowhere stored, so nothing of it can be left over.
 */
export async function lentByGlass(em: EntityManager, now: Date): Promise<Person['grants']> {
  const rows = await em.execute<Row[]>(
    `select r.id, r.organisation_id, o.kind, o.path, r.expires_at
     from access_requests r
     join organisations o on o.id = r.organisation_id
     join accounts a on a.id = r.account_id and a.status = 'active'
     where r.kind = 'break-glass' and r.status = 'approved' and r.expires_at > ?
       and exists (select 1 from grants g where g.account_id = r.account_id
                   and g.role = 'PlatformAdministrator' and g.expires_at is null)`,
    [timeParameter(em, now)],
  );
  return rows.flatMap(({ id, organisation_id: organisationId, kind, path, expires_at }) => {
    const role = rolesFor(kind).find((each) => !isAdministrator(each));
    if (!role) return [];
    const expiresAt = new Date(expires_at).toISOString();
    return { id, role, organisationId, path, expiresAt, accessRequestId: id };
  });
}

/** A role was taken at `from`; where that is the platform, its readers look again. */
export async function recheckOnlookers(tx: Transaction, from?: string): Promise<void> {
  const located = from === undefined ? null : await locate(tx.em, from);
  if (!located || isPlatform(located.path)) await tellOnlookers(tx);
}

/** The server tells everybody who looks through a glass that one was broken, or is whole again. */
export async function tellOnlookers(tx: Transaction): Promise<void> {
  const rows = await tx.em.execute<{ account_id: string }[]>(
    `select distinct account_id from grants where role = 'PlatformReader' and expires_at is null`,
  );
  for (const { account_id } of rows) await tx.tell(accessChanged, { accountId: account_id });
}
