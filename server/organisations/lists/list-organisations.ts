import { raw } from '@mikro-orm/core';
import { tidied } from '../../../shared/core/line.ts';
import { readSort } from '../../../shared/core/list.ts';
import type { Page } from '../../../shared/core/paging.ts';
import type {
  ChildrenQuery,
  ListedOrganisation,
  OrganisationQuery,
} from '../../../shared/organisations/list-contract.ts';
import { countRows } from '../../core/lists/count-rows.ts';
import { findPage, holding, type Order } from '../../core/db/keyset-page.ts';
import type { EntityManager } from '../../core/db/open-database.ts';
import type { Work } from '../../core/db/work.ts';
import { withBilling } from './listed-billing.ts';
import { viewOrganisations } from '../organisation-view.ts';
import { Organisation } from '../organisation.entity.ts';
import { requirePlace } from '../require-organisation.ts';
import { visibleTo } from '../visible-organisations.ts';
import { below } from '../within.ts';

/** All organisations within the person's scope, a page at a time. */
export function listOrganisations(
  work: Work,
  query: OrganisationQuery,
): Promise<Page<ListedOrganisation>> {
  return work.read(({ em, person }) => page(em, visibleTo(person), query, 'organisations'));
}

/** What stands below an organisation, directly or in its whole branch, a page at a time. */
export function listChildren(
  work: Work,
  id: string,
  { within, ...query }: ChildrenQuery,
): Promise<Page<ListedOrganisation>> {
  return work.read(async (reading) => {
    const { path } = await requirePlace(reading, id, 'directory.view');
    const where = within === 'branch' ? below(path) : { parentId: id };
    return page(reading.em, where, query, `${within} of ${id}`);
  });
}

async function page(
  em: EntityManager,
  where: object,
  { limit, cursor, sort, columns = [], count, ...filters }: OrganisationQuery,
  list: string,
): Promise<Page<ListedOrganisation>> {
  const chosen = { $and: [where, ...conditionsOf(em, filters)] };
  const found = await findPage(em, Organisation, chosen, orderOf(sort), {
    limit,
    cursor,
    list: [list, filters],
  });
  const views = await viewOrganisations(em, found.items);
  return {
    items: columns.some((column) => ofBilling.has(column)) ? await withBilling(em, views) : views,
    nextCursor: found.nextCursor,
    ...(count && { count: await countRows(em, Organisation, chosen) }),
  };
}

type Filters = Omit<OrganisationQuery, 'limit' | 'cursor' | 'sort' | 'columns' | 'count'>;

function conditionsOf(
  em: EntityManager,
  { q = '', kind, status, managementMode, country, currency }: Filters,
): object[] {
  return [
    ...(kind ? [{ kind: { $in: kind } }] : []),
    ...(status ? [{ status: { $in: status } }] : []),
    ...(managementMode ? [{ managementMode: { $in: managementMode } }] : []),
    ...(country ? [{ [billingColumn('address_country')]: { $in: country } }] : []),
    ...(currency ? [{ [billingColumn('currency')]: { $in: currency } }] : []),
    ...(q === '' ? [] : [isFoundBy(em, q)]),
  ];
}

/** A column of the billing profile, which only some kinds of organisation have. */
function billingColumn(column: string) {
  return raw(`(select ${column} from billing_profiles where organisation_id = id)`);
}

const ofBilling = new Set<string>(['contact', 'country', 'currency']);

function orderOf(sort: OrganisationQuery['sort']): Order {
  const { column, isDescending } = readSort(sort);
  return {
    column: column === 'name' ? 'sortName' : column,
    direction: isDescending ? 'desc' : 'asc',
  };
}

function isFoundBy(em: EntityManager, text: string): object {
  return { $or: [holding(em, 'search_text', text), { externalId: tidied(text) }] };
}
