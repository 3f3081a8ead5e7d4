import { tidied } from '../../shared/core/line.ts';
import type { Page } from '../../shared/core/paging.ts';
import type {
  Organisation as View,
  OrganisationQuery,
  OrganisationSort,
} from '../../shared/organisations/contract.ts';
import { findPage, holding, type Order } from '../core/db/keyset-page.ts';
import type { EntityManager } from '../core/db/open-database.ts';
import type { Work } from '../core/db/work.ts';
import { viewOrganisations } from './organisation-view.ts';
import { Organisation } from './organisation.entity.ts';
import { requirePlace } from './require-organisation.ts';
import { visibleTo } from './visible-organisations.ts';

const orders: Record<OrganisationSort, Order> = {
  name: { column: 'sortName', direction: 'asc' },
  '-name': { column: 'sortName', direction: 'desc' },
  createdAt: { column: 'createdAt', direction: 'asc' },
  '-createdAt': { column: 'createdAt', direction: 'desc' },
};

/** All organisations within the person's scope, a page at a time. */
export function listOrganisations(work: Work, query: OrganisationQuery): Promise<Page<View>> {
  return work.read(({ em, person }) => page(em, visibleTo(person), query, 'organisations'));
}

/** What stands directly below an organisation, a page at a time. */
export function listChildren(
  work: Work,
  id: string,
  query: OrganisationQuery,
): Promise<Page<View>> {
  return work.read(async (reading) => {
    await requirePlace(reading, id, 'directory.view');
    return page(reading.em, { parentId: id }, query, `children of ${id}`);
  });
}

async function page(
  em: EntityManager,
  where: object,
  { kind, status, q = '', sort, limit, cursor }: OrganisationQuery,
  list: string,
): Promise<Page<View>> {
  const conditions = [
    where,
    ...(kind ? [{ kind }] : []),
    ...(status ? [{ status }] : []),
    ...(q === '' ? [] : [isFoundBy(em, q)]),
  ];
  const found = await findPage(em, Organisation, { $and: conditions }, orders[sort], {
    limit,
    cursor,
    list: [list, kind, status, q],
  });
  return { items: await viewOrganisations(em, found.items), nextCursor: found.nextCursor };
}

function isFoundBy(em: EntityManager, text: string): object {
  return { $or: [holding(em, 'search_text', text), { externalId: tidied(text) }] };
}
