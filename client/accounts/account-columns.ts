import type { ColumnOf } from '../../shared/core/list.ts';
import type { accountList } from '../../shared/accounts/list.ts';
import type { Layout } from '../lists/declared-list.svelte.ts';

type AccountColumn = ColumnOf<typeof accountList>;

export const layouts: Record<AccountColumn, Layout> = {
  name: { priority: 1 },
  email: { width: 13, grows: true, rank: 5, priority: 2 },
  type: { width: 8, rank: 7 },
  status: { width: 8, rank: 1, priority: 3 },
  organisation: { width: 11, rank: 2 },
  roles: { width: 13, grows: true, rank: 3 },
  hasSecondFactor: { width: 8, rank: 6 },
  lastSignInAt: { width: 8, rank: 4, align: 'end', priority: 4 },
  createdAt: { width: 8, rank: 8, align: 'end' },
  updatedAt: { width: 8, rank: 9, align: 'end' },
};

/** The columns that are shown where none were chosen. */
export function usualColumns(isBranch: boolean): AccountColumn[] {
  const where: AccountColumn[] = isBranch ? ['organisation'] : [];
  return [
    ...(['name', 'email', 'type', 'status'] as const),
    ...where,
    ...(['roles', 'hasSecondFactor', 'lastSignInAt'] as const),
  ];
}
