import type { ListDeclaration } from '../core/list.ts';
import { organisationKinds } from './hierarchy.ts';

/** The list of organisations: of all in scope, of those directly below one, or of its whole branch. */
export const organisationList = {
  columns: {
    name: { sortable: true },
    kind: { filter: organisationKinds },
    status: { filter: ['active', 'suspended'] },
    managementMode: { filter: ['managed', 'self-managed'] },
    parent: {},
    externalId: {},
    contact: {},
    country: { filter: 'code' },
    currency: { filter: 'code' },
    childCount: {},
    createdAt: { sortable: true },
    updatedAt: { sortable: true },
  },
  usualSort: 'name',
} as const satisfies ListDeclaration;
