import type { AccountQuery, AccountWithGrants } from '../../shared/accounts/contract.ts';
import type { Page } from '../../shared/core/paging.ts';
import { readableGrants } from '../access/list-grants.ts';
import { viewGrants } from '../access/view-grants.ts';
import { findPage, holding } from '../core/db/keyset-page.ts';
import type { Reading } from '../core/db/reading.ts';
import type { Work } from '../core/db/work.ts';
import { requirePlace } from '../organisations/require-organisation.ts';
import { viewAccount } from '../people/account-view.ts';
import { Account } from '../people/account.entity.ts';

/** The accounts at home in an organisation, by name, with the roles that the reader may see. */
export function listAccounts(
  work: Work,
  organisationId: string,
  { q = '', status, limit, cursor }: AccountQuery,
): Promise<Page<AccountWithGrants>> {
  return work.read(async (reading) => {
    await requirePlace(reading, organisationId, 'accounts.view');
    const conditions = [
      { organisationId },
      ...(status ? [{ status }] : []),
      ...(q === '' ? [] : [holding(reading.em, 'search_text', q)]),
    ];
    const order = { column: 'sortName', direction: 'asc' } as const;
    const page = await findPage(reading.em, Account, { $and: conditions }, order, {
      limit,
      cursor,
      list: [`accounts of ${organisationId}`, status, q],
    });
    return { items: await withGrants(reading, page.items), nextCursor: page.nextCursor };
  });
}

/** One account as the lists show it. */
export async function viewAccountWithGrants(
  reading: Reading,
  account: Account,
): Promise<AccountWithGrants> {
  const [view] = await withGrants(reading, [account]);
  return view as AccountWithGrants;
}

/** Accounts as the lists show them. */
export async function withGrants(
  reading: Reading,
  accounts: readonly Account[],
): Promise<AccountWithGrants[]> {
  const ids = accounts.map(({ id }) => id);
  const grants = await readableGrants(reading, await viewGrants(reading.em, 'accountId', ids));
  return accounts.map((account) => ({
    ...viewAccount(account),
    grants: grants.filter(({ accountId }) => accountId === account.id),
  }));
}
