import { roles } from '../access/roles.ts';
import type { ListDeclaration } from '../core/list.ts';

/** The list of accounts: of those at home in an organisation, or in its whole branch. */
export const accountList = {
  columns: {
    name: { sortable: true },
    email: { sortable: true },
    type: { filter: ['administrator', 'user', 'machine'] },
    /** Locked is whoever is active, and kept from signing in for now. */
    status: { filter: ['invited', 'active', 'locked', 'disabled'] },
    organisation: {},
    /** Of the roles that the reader may see. */
    roles: { filter: roles },
    hasSecondFactor: { filter: ['true', 'false'] },
    lastSignInAt: { sortable: true },
    createdAt: { sortable: true },
    updatedAt: { sortable: true },
  },
  usualSort: 'name',
} as const satisfies ListDeclaration;
