import type { AccountWithGrants } from '../../../shared/accounts/contract.ts';
import type { AccountQuery, ListedAccount } from '../../../shared/accounts/list-contract.ts';
import { readSort } from '../../../shared/core/list.ts';
import type { Page } from '../../../shared/core/paging.ts';
import { readableGrants } from '../../access/list-grants.ts';
import { inForce, viewGrants } from '../../access/view-grants.ts';
import { findPage, type Order } from '../../core/db/keyset-page.ts';
import type { EntityManager } from '../../core/db/open-database.ts';
import type { Reading } from '../../core/db/reading.ts';
import type { Work } from '../../core/db/work.ts';
import { countRows } from '../../core/lists/count-rows.ts';
import { openWithin } from '../../organisations/lists/open-within.ts';
import { namesOf } from '../../organisations/names-of.ts';
import { requirePlace } from '../../organisations/require-organisation.ts';
import { viewAccount } from '../../people/account-view.ts';
import { Account } from '../../people/account.entity.ts';
import { conditionsOf } from './account-conditions.ts';

/** The accounts at home in an organisation, or in its branch, with the roles that the reader may see. */
export function listAccounts(
  work: Work,
  organisationId: string,
  { within, limit, cursor, sort, columns = [], count, ...filters }: AccountQuery,
): Promise<Page<ListedAccount>> {
  return work.read(async (reading) => {
    const { em, person } = reading;
    const { path } = await requirePlace(reading, organisationId, 'accounts.view');
    const place = within === 'branch' ? openWithin(person, path) : { organisationId };
    const chosen = { $and: [place, ...conditionsOf(reading, filters)] };
    const page = await findPage(em, Account, chosen, orderOf(sort), {
      limit,
      cursor,
      list: [`accounts ${within} of ${organisationId}`, filters],
    });
    const items = await withGrants(reading, page.items);
    return {
      items: columns.includes('organisation') ? await withHomes(em, items) : items,
      nextCursor: page.nextCursor,
      ...(count && { count: await countRows(em, Account, chosen) }),
    };
  });
}

/** The column that a list is sorted by, and whether there are accounts without a value of it. */
const sortColumns: Record<string, Omit<Order, 'direction'>> = {
  name: { column: 'sortName' },
  email: { column: 'email', isSparse: true },
  lastSignInAt: { column: 'lastSignInAt', isSparse: true },
};

function orderOf(sort: AccountQuery['sort']): Order {
  const { column, isDescending } = readSort(sort);
  return { ...(sortColumns[column] ?? { column }), direction: isDescending ? 'desc' : 'asc' };
}

async function withHomes(
  em: EntityManager,
  accounts: readonly AccountWithGrants[],
): Promise<ListedAccount[]> {
  const ids = accounts.map(({ organisationId }) => organisationId);
  const names = await namesOf(em, [...new Set(ids)]);
  return accounts.map((account) => {
    const organisation = names.get(account.organisationId);
    return organisation ? { ...account, organisation } : account;
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
  const held = await viewGrants(reading.em, 'accountId', ids);
  const grants = await readableGrants(reading, inForce(held, reading.now));
  return accounts.map((account) => ({
    ...viewAccount(account),
    grants: grants.filter(({ accountId }) => accountId === account.id),
  }));
}
