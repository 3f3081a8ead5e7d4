import type { ListDeclaration } from '../core/list.ts';

/** The list of accounts: of those at home in an organisation, or in its whole branch. */
export const accountList = {
  columns: {
    name: { sortable: true },
    email: {},
    type: { filter: ['administrator', 'user', 'machine'] },
    status: { filter: ['invited', 'active', 'disabled'] },
    organisation: {},
    roles: {},
    hasSecondFactor: { filter: ['true', 'false'] },
    createdAt: { sortable: true },
    updatedAt: { sortable: true },
  },
  usualSort: 'name',
} as const satisfies ListDeclaration;
