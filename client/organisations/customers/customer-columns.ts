import type { ColumnOf } from '../../../shared/core/list.ts';
import type { organisationList } from '../../../shared/organisations/list.ts';
import type { Layout } from '../../lists/declared-list.svelte.ts';

type CustomerColumn = ColumnOf<typeof organisationList>;

export const layouts: Record<CustomerColumn, Layout> = {
  name: { priority: 1 },
  kind: { width: 7, priority: 2, rank: 1 },
  status: { width: 11, priority: 3, rank: 2 },
  managementMode: { width: 9, rank: 9 },
  parent: { width: 11, rank: 3 },
  externalId: { width: 9, rank: 10 },
  contact: { width: 11, rank: 5 },
  country: { width: 9, rank: 6 },
  currency: { width: 6, rank: 8 },
  childCount: { width: 5, rank: 7, align: 'end' },
  createdAt: { width: 8, rank: 4, align: 'end', priority: 4 },
  updatedAt: { width: 8, rank: 11, align: 'end' },
};

/** The columns that are shown where none were chosen. */
export function usualColumns(isBranch: boolean): CustomerColumn[] {
  const where: CustomerColumn[] = isBranch ? ['parent'] : [];
  return ['name', 'kind', 'status', ...where, 'contact', 'country', 'childCount', 'createdAt'];
}
