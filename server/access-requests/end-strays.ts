import { carries } from '../../shared/access/authority.ts';
import type { AccessKind } from '../../shared/access/contract.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Captured } from '../core/changes/capture.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Transaction } from '../core/db/transaction.ts';
import { accessChanged } from '../access/events.ts';
import { AccessRequest } from './access-request.entity.ts';
import { tellOnlookers } from './broken-glass.ts';
import { takeLentGrant } from '../access/lent-grants.ts';
import { suspendedPaths } from '../organisations/laid-down.ts';
import { mailGuest } from './mail-requests.ts';

/**
 * The server ends access through barriers whose authority a transaction took away, whichever way it
 * did: the role above is gone, its account is shut out or given another home, or the place stands
 * elsewhere. Persons are loaded without such access anyhow; that it ends keeps it from coming back
 * to life with the next role, and shows it as over to both sides.
 */
export async function endAccessLeft(tx: Transaction, captured: readonly Captured[]): Promise<void> {
  if (!captured.some(mayTakeAuthority)) return;
  const moved = captured.flatMap(({ publication, organisationIdBefore, recordId }) =>
    publication.resource === 'account' && organisationIdBefore !== null ? recordId : [],
  );
  await endStrays(tx, new Set(moved));
}

/** The server ends all access that nothing carries, and that of these accounts. */
export async function endStrays(
  tx: Transaction,
  accountIds: ReadonlySet<string> = new Set(),
): Promise<void> {
  const ids = await findStrays(tx.em, accountIds);
  if (ids.length === 0) return;
  const strays = await tx.em.find(AccessRequest, { id: { $in: ids } });
  for (const request of strays) {
    request.close(tx.now, { accountId: tx.signature.id, displayName: tx.signature.displayName });
    await takeLentGrant(tx, request.id);
    await tx.tell(accessChanged, { accountId: request.accountId });
    await mailGuest(tx, request);
  }
  if (strays.some(({ kind }) => kind === 'break-glass')) await tellOnlookers(tx);
}

function mayTakeAuthority({ publication, op, before, pathBefore }: Captured): boolean {
  if (op === 'create') return false;
  switch (publication.resource) {
    case 'grant':
      return true;
    case 'account':
      return op === 'delete' || 'status' in before || 'organisationId' in before;
    case 'organisation':
      return pathBefore !== null || 'status' in before;
    default:
      return false;
  }
}

interface Row {
  id: string;
  kind: AccessKind;
  role: Role;
  path: string;
  account_id: string;
  status: string | null;
  home_path: string | null;
  held_role: Role | null;
  held_path: string | null;
}

/** The access in force that no role carries, or whose holder is shut out or among the accounts. */
async function findStrays(em: EntityManager, accountIds: ReadonlySet<string>): Promise<string[]> {
  const rows = await em.execute<Row[]>(
    `select r.id, r.kind, r.role, o.path, r.account_id, a.status, h.path as home_path,
            g.role as held_role, p.path as held_path
     from access_requests r
     join organisations o on o.id = r.organisation_id
     left join accounts a on a.id = r.account_id
     left join organisations h on h.id = a.organisation_id
     left join grants g on g.account_id = a.id and g.expires_at is null
     left join organisations p on p.id = g.organisation_id
     where r.status = 'approved'`,
  );
  if (rows.length === 0) return [];
  const homes = rows.flatMap(({ home_path }) => home_path ?? []);
  const isSuspended = homes.length > 0 ? await suspendedPaths(em, homes) : () => false;
  const isCarried = (row: Row) =>
    row.status === 'active' &&
    row.home_path !== null &&
    !isSuspended(row.home_path) &&
    !accountIds.has(row.account_id) &&
    row.held_role !== null &&
    row.held_path !== null &&
    carries({ role: row.held_role, path: row.held_path, expiresAt: null }, row);
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, ofOne]) =>
    ofOne.some(isCarried) ? [] : id,
  );
}
