import type { Column } from '../ui/table.ts';
import { words } from './words.ts';

/** The columns of the accounts, with their heads in the language of the moment. */
export const accountColumns = (): readonly Column[] => [
  { key: 'name', label: words.name, sortable: true, priority: 1 },
  { key: 'email', label: words.email, sortable: true, width: 13, grows: true, priority: 2 },
  { key: 'type', label: words.type, width: 8, rank: 5 },
  { key: 'status', label: words.state, sortable: true, width: 8, rank: 2, priority: 3 },
  { key: 'roles', label: words.roles, width: 13, grows: true, rank: 3 },
  {
    key: 'updated',
    label: words.updated,
    sortable: true,
    align: 'end',
    width: 8,
    rank: 4,
    priority: 4,
  },
];
