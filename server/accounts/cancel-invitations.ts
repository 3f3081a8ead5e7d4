import type { AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { requireAccount } from '../access/require-account.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import { marksFor } from '../core/db/raw.ts';
import type { Transaction } from '../core/db/transaction.ts';
import type { Work } from '../core/db/work.ts';
import { openInside } from '../organisations/open-inside.ts';
import { Account } from '../people/account.entity.ts';
import { Invitation } from '../sign-in/invitation.entity.ts';
import { withGrants } from './lists/list-accounts.ts';

/**
 * The people whom an account has invited and who have not come yet; by a role held at `from`, where
 * that is asked. Taking that role cancels those that give roles.
 */
export function listInvited(
  work: Work,
  accountId: string,
  from: string | undefined,
): Promise<Page<AccountWithGrants>> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    await requireAccount(reading, accountId, 'accounts.view');
    const rows = await findInvited(em, accountId, from);
    const open = await openInside(
      em,
      person,
      rows.map(({ path }) => path),
    );
    const ids = rows.filter(({ path }) => open.has(path)).map(({ id }) => id);
    const order = { orderBy: { sortName: 'asc', id: 'asc' } } as const;
    const invited = await em.find(Account, { id: { $in: ids } }, order);
    return { items: await withGrants(reading, invited), nextCursor: null };
  });
}

/**
 * The server cancels the open invitations of an account that give roles, since it could not give
 * them any more: whoever it invited would come in by its word. Those that are kept on purpose stay
 * open.
 */
export async function cancelInvitationsOf(
  tx: Transaction,
  { accountId, from, keep = '' }: { accountId: string; from?: string; keep?: string | undefined },
): Promise<void> {
  const kept = new Set(keep.split(','));
  const rows = await findInvited(tx.em, accountId, from);
  const ids = rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const giving = await holdingRoles(tx.em, ids);
  for (const account of await tx.em.find(Account, { id: { $in: giving } })) {
    await cancelInvitation(tx, account);
  }
}

/**
 * An administrator shuts an account out, with the invitation that it has open; an administrator can
 * let it in again.
 */
export async function shutOut(tx: Transaction, accountId: string): Promise<void> {
  await cancelInvitation(tx, await tx.em.findOneOrFail(Account, { id: accountId }));
}

/**
 * The server shuts out who was invited; an administrator can let them in again, and invite them
 * anew.
 */
async function cancelInvitation(tx: Transaction, account: Account): Promise<void> {
  account.status = 'disabled';
  tx.em.remove(await tx.em.find(Invitation, { accountId: account.id, usedAt: null }));
}

function findInvited(
  em: EntityManager,
  accountId: string,
  from: string | undefined,
): Promise<{ id: string; path: string }[]> {
  const isFrom = from === undefined ? '' : ' and a.added_from_id = ?';
  return em.execute(
    `select a.id, h.path from accounts a join organisations h on h.id = a.organisation_id
     where a.added_by_id = ? and a.status = 'invited'${isFrom}`,
    [accountId, ...(from === undefined ? [] : [from])],
  );
}

async function holdingRoles(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await em.execute<{ id: string }[]>(
    `select distinct account_id as id from grants where account_id in (${marksFor(ids)})`,
    [...ids],
  );
  return rows.map(({ id }) => id);
}
